import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

/** A packet holds about this much; less gains nothing. */
const WORTH_IT = 1400

const text = /\.(?:js|css|html|svg|json|webmanifest)$/

const packed = {
  br: (bytes: Buffer) =>
    promisify(brotliCompress)(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY },
    }),
  gz: (bytes: Buffer) => promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }),
}

/** Packs the files once, as small as they get, so that no request has to. They are served as they lie there. */
export const packFiles = (): Plugin => {
  let folder = ''
  return {
    name: 'streamline:pack-files',
    apply: 'build',
    writeBundle: ({ dir }) => {
      folder = dir ?? ''
    },
    closeBundle: {
      order: 'post',
      async handler() {
        // A build that failed wrote nothing.
        if (folder === '') return
        const files = await readdir(folder, { recursive: true })
        await Promise.all(
          files
            .filter((file) => text.test(file) && !file.startsWith('.vite'))
            .map(async (file) => {
              const path = join(folder, file)
              const bytes = await readFile(path)
              if (bytes.length < WORTH_IT) return
              await Promise.all(
                Object.entries(packed).map(async ([ending, pack]) =>
                  writeFile(`${path}.${ending}`, await pack(bytes)),
                ),
              )
            }),
        )
      },
    },
  }
}
