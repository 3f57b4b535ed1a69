/**
 * Where the app goes on: a path of this site, else its first page. The browser's own parser decides what leaves the site
 * (`//evil`, `/\evil`, a tab in between), and what it made of the text is what is sent (ASVS 3.7.2).
 */
export function nextOnSite(next: string | undefined, site: URL, otherwise = '/'): string {
  const isPath = next !== undefined && next.startsWith('/') && URL.canParse(next, site.origin)
  const url = new URL(isPath ? next : otherwise, site.origin)
  const isOurs = url.origin === site.origin && !url.pathname.startsWith('//')
  return isOurs ? url.pathname + url.search + url.hash : otherwise
}
