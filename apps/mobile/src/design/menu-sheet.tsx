import type { LucideIcon } from 'lucide-react-native'
import { useState } from 'react'
import { Pressable, View } from 'react-native'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import { Ellipsis } from './icons.ts'
import { Sheet } from './sheet.tsx'
import { Text } from './text.tsx'

export interface MenuEntry {
  readonly label: string
  readonly icon: LucideIcon
  readonly isDangerous?: boolean
  readonly run: () => void
}

/** What is done now and then, behind one button. */
export const MenuSheet = ({
  label,
  title,
  entries,
}: {
  label: string
  title: string
  entries: readonly MenuEntry[]
}) => {
  const [open, setOpen] = useState(false)
  if (entries.length === 0) return null
  return (
    <>
      <Button variant="secondary" icon={Ellipsis} onPress={() => setOpen(true)}>
        {label}
      </Button>
      <Sheet title={title} open={open} onClose={() => setOpen(false)}>
        <View className="-mx-5">
          {entries.map(({ label: text, icon, isDangerous = false, run }) => (
            <Pressable
              key={text}
              accessibilityRole="button"
              onPress={() => {
                setOpen(false)
                run()
              }}
              className="min-h-14 flex-row items-center gap-4 px-5 active:bg-sunken"
            >
              <Icon of={icon} tone={isDangerous ? 'danger' : 'brand'} />
              <Text weight="medium" tone={isDangerous ? 'danger' : 'ink'} className="min-w-0 flex-1">
                {text}
              </Text>
            </Pressable>
          ))}
        </View>
      </Sheet>
    </>
  )
}
