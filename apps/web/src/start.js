// Runs before the first paint, so that a dark screen never flashes white, and before all else, so that nothing waits for its turn.
const stored = (key) => {
  try {
    return localStorage.getItem(`streamline.${key}`)
  } catch {
    return null
  }
}

{
  const theme = stored('theme')
  const dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
  document.querySelector('meta[name="theme-color"]').content = dark ? '#181117' : '#faf5f2'
  document.documentElement.lang = (stored('language') ?? navigator.language).startsWith('hi') ? 'hi' : 'en'
}

{
  // The files of the screen that this address shows, and of the language, are asked for together with the rest.
  const { lang } = document.documentElement
  const files = JSON.parse(document.querySelector('#first-files')?.textContent ?? '{}')[lang] ?? {}
  const { pathname } = location
  const first = pathname === '/' && stored('session') === 'signed-in' ? '/home' : pathname
  const [longest] = Object.keys(files)
    .filter((path) => path === first || (path !== '/' && first.startsWith(`${path}/`)))
    .toSorted((a, b) => b.length - a.length)
  for (const file of files[longest] ?? []) {
    const link = document.createElement('link')
    link.rel = 'modulepreload'
    link.href = file
    document.head.append(link)
  }
}
