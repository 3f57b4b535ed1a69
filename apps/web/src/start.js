// Runs before the first paint, so that a dark screen never flashes white, and before all else, so that nothing waits for its turn.
const stored = (key) => {
  try {
    return localStorage.getItem(`streamline.${key}`)
  } catch {
    return null
  }
}

const isSignedIn = stored('session') === 'signed-in'

{
  const theme = stored('theme')
  const dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
  document.querySelector('meta[name="theme-color"]').content = dark ? '#181117' : '#faf5f2'
  const preferred = [stored('language'), ...navigator.languages].map((tag) => tag?.slice(0, 2).toLowerCase())
  const language = preferred.find((tag) => tag === 'en' || tag === 'hi') ?? 'en'
  // What the build drew for a stranger is shown to nobody else, and in no other language.
  if (isSignedIn || language !== document.documentElement.lang) document.documentElement.dataset.drawn = 'no'
  document.documentElement.lang = language
  // It is installed under the words of its language.
  if (language === 'hi') document.querySelector('link[rel=manifest]').href = '/manifest.hi.webmanifest'
}

// The files of the screen that this address shows, and of the language, are asked for together with the rest.
const { pathname } = location
const first = pathname === '/' && isSignedIn ? '/home' : pathname
const firstFiles = JSON.parse(document.querySelector('#first-files')?.textContent ?? '{}')
const files = firstFiles[document.documentElement.lang] ?? {}
const [screen] = Object.keys(files)
  .filter((path) => path === first || (path !== '/' && first.startsWith(`${path}/`)))
  .toSorted((a, b) => b.length - a.length)
for (const file of files[screen] ?? []) {
  const link = document.createElement('link')
  link.rel = 'modulepreload'
  link.href = file
  document.head.append(link)
}

// What is pressed before the app is there is pressed once it is: `app/main.tsx`.
addEventListener(
  'click',
  ({ target }) => {
    const drawn = document.querySelector('#root[data-drawn]')
    const at =
      drawn === null
        ? -1
        : [...drawn.querySelectorAll('button, input')].indexOf(target.closest('button, input'))
    if (at >= 0) globalThis.pressedEarly = at
  },
  true,
)

const refresh = () =>
  fetch('/v1/auth/refresh', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })

/** What each screen asks of the household first. */
const questions = {
  '/home': ['overview'],
  '/subscriptions': ['subscriptions?limit=100', 'charges?state=open&limit=50'],
  '/money': ['charges?state=open&limit=50', 'charges?state=upcoming&limit=50'],
}

// So are the first answers of who was signed in here: `app/early-answers.ts` takes them, each once, where the app asks the same.
if (isSignedIn && !['/', '/sign-in', '/register'].includes(screen)) {
  // One tab at a time, as in `app/browser-session.ts`: a refresh token works once.
  const session = 'locks' in navigator ? navigator.locks.request('streamline.session', refresh) : refresh()
  const token = session.then(async (answer) => {
    if (!answer.ok) throw new Error('Signed out')
    return (await answer.clone().json()).accessToken
  })
  const ask = async (path) => fetch(path, { headers: { authorization: `Bearer ${await token}` } })
  const household = stored('household')
  const asked = first === screen && location.search === '' ? (questions[screen] ?? []) : []
  const paths = [
    '/v1/me',
    ...(household === null ? [] : [...asked, 'members?include=former&limit=100']).map(
      (path) => `/v1/households/${household}/${path}`,
    ),
  ]
  globalThis.earlyAnswers = new Map([
    ['POST /v1/auth/refresh', session],
    ...paths.map((path) => [`GET ${path}`, ask(path)]),
  ])
  for (const answer of globalThis.earlyAnswers.values()) answer.catch(() => {})
  // As of when a page showed the household last: `app/live-household.ts`. Read before anything is asked.
  globalThis.seenBefore = stored('seen')
}
