import { findProgram } from '../mongodb/test-server.mjs'

/**
 * Whether documents in MongoDB can be tested here, and what is said about it at the end, so that nobody takes a
 * stand-in, or nothing at all, for MongoDB.
 * @returns {Promise<{ isThere: boolean, lines: string[] }>}
 */
export async function lookForMongodb() {
  const found = await findProgram()
  if ('missing' in found)
    return {
      isThere: false,
      lines: [
        '✗ DOCUMENTS IN MONGODB WERE NOT TESTED.',
        `  ${found.missing}`,
        '  Name a server by MONGODB_TEST_URL, put mongod on the PATH, or install Python 3 with venv.',
      ],
    }
  return { isThere: true, lines: [`Documents in MongoDB were tested on ${found.name}.`] }
}
