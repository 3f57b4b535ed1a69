const hexColor = /^#[0-9a-f]{6}$/i

const channels = (hex: string): [number, number, number] => [
  Number.parseInt(hex.slice(1, 3), 16),
  Number.parseInt(hex.slice(3, 5), 16),
  Number.parseInt(hex.slice(5, 7), 16),
]

const linear = (channel: number): number => {
  const share = channel / 255
  return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}

/** Relative luminance of WCAG 2. */
const luminance = (hex: string): number => {
  const [red, green, blue] = channels(hex)
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

export const contrastOf = (one: string, other: string): number => {
  const a = luminance(one)
  const b = luminance(other)
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

const light = '#ffffff'
const dark = '#1b1019'
const fallback = '#5b4a63'

/** Moves a colour towards black until white reads on it; stops at 4.5. */
const darkened = (hex: string): string => {
  let [red, green, blue] = channels(hex)
  let color = hex
  while (contrastOf(color, light) < 4.5) {
    ;[red, green, blue] = [red * 0.96, green * 0.96, blue * 0.96]
    color = `#${[red, green, blue].map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`
  }
  return color
}

/** Tile and letter colours of a brand, always at least 4.5 apart, whatever the catalogue says. */
export const tileColors = (brand: string | null): { background: string; letter: string } => {
  const background = brand && hexColor.test(brand) ? brand.toLowerCase() : fallback
  if (contrastOf(background, light) >= 4.5) return { background, letter: light }
  if (contrastOf(background, dark) >= 7) return { background, letter: dark }
  return { background: darkened(background), letter: light }
}
