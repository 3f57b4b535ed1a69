/** What draws nothing by itself: the rest of the package asks for a canvas or for files. */
declare module 'qrcode/lib/core/qrcode.js' {
  export { create } from 'qrcode'
}
