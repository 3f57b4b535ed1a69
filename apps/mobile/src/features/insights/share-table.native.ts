import { File, Paths } from 'expo-file-system'
import { shareAsync } from 'expo-sharing'

/** Hands a table to an app of somebody’s choice; where it lies until then Android clears by itself. */
export const shareTable = async (table: string, name: string): Promise<void> => {
  const file = new File(Paths.cache, name)
  file.create({ overwrite: true })
  file.write(table)
  await shareAsync(file.uri, { mimeType: 'text/csv', dialogTitle: name })
}
