import type { LucideIcon } from 'lucide-react-native'
import { useCSSVariable } from 'uniwind'
import type { Tone } from './text.tsx'

const names: Record<Tone, string> = {
  ink: '--color-ink',
  muted: '--color-muted',
  faint: '--color-faint',
  brand: '--color-brand',
  onBrand: '--color-on-brand',
  positive: '--color-positive',
  warn: '--color-warn',
  danger: '--color-danger',
}

/** A colour of the theme, where something takes no class. */
export const useColor = (tone: Tone): string => String(useCSSVariable(names[tone]) ?? 'transparent')

/** A picture beside words that say the same: a screen reader passes it by. */
export const Icon = ({
  of: Picture,
  size = 20,
  tone = 'ink',
}: {
  of: LucideIcon
  size?: number
  tone?: Tone
}) => <Picture size={size} color={useColor(tone)} aria-hidden />
