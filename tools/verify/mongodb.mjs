import { findProgram } from '../mongodb/test-server.mjs'
import { installPackages } from './debian.mjs'

/**
 * Whether documents in MongoDB can be tested here, and what is said about it at the end, so that nobody takes a
 * stand-in, or nothing at all, for MongoDB.
 * @returns {Promise<{ isThere: boolean, line: string }>}
 */
export async function lookForMongodb() {
  let found = await findProgram()
  if ('missing' in found) {
    await installPackages('Python', ['python3', 'python3-venv'])
    found = await findProgram()
  }
  if ('missing' in found)
    return {
      isThere: false,
      line: `!!! DOCUMENTS IN MONGODB WERE NOT TESTED: ${found.missing}. Name a server by MONGODB_TEST_URL, put mongod on the PATH, or install Python 3 with venv.`,
    }
  return { isThere: true, line: `Documents in MongoDB were tested on ${found.name}.` }
}
