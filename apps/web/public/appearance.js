// Runs before the first paint, so that a dark screen never flashes white.
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
