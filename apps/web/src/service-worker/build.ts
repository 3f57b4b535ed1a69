/** What the build knows of itself once all its other files are written. */
export interface Build {
  /** Another for each build that differs in any file. */
  readonly id: string
  /** Addresses of all its files but the page; their names tell their content, or they change with no build. */
  readonly files: readonly string[]
  /** SHA-256 of the page, in hexadecimal digits. */
  readonly page: string
}

declare const BUILD: Build

export const build = BUILD
