export interface SmallDisk {
  folder: string
  /** Moves a folder there and leaves a link in its place. */
  take: (path: string) => Promise<void>
  /** To the last byte. */
  fill: () => Promise<void>
  empty: () => Promise<void>
  remove: () => Promise<void>
}

/** Undefined where this process may not mount a disk. */
export function mountSmallDisk(megabytes: number): Promise<SmallDisk | undefined>
