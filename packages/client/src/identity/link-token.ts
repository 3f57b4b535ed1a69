/** The token of a link, `/invite#token=…`: it stands in the fragment, which is not sent, logged or referred. */
export const tokenIn = (fragment: string): string | null => {
  const token = new URLSearchParams(fragment.replace(/^#/, '')).get('token')
  return token !== null && token.length >= 20 && token.length <= 200 ? token : null
}
