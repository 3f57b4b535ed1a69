import {
  siAirtel,
  siApplemusic,
  siAppletv,
  siAtandt,
  siAudible,
  siBt,
  siClaude,
  siCrunchyroll,
  siDeezer,
  siDeutschetelekom,
  siHbomax,
  siIcloud,
  siJio,
  siMubi,
  siNetflix,
  siNordvpn,
  siNotion,
  siO2,
  siParamountplus,
  siPlaystation,
  siSky,
  siSpotify,
  siStarz,
  siTidal,
  siVerizon,
  siVirginmedia,
  siVodafone,
  siYoutube,
} from 'simple-icons'

/** A shape in a box of 24, in the one colour that its brand gives it. */
export interface BrandMark {
  readonly path: string
  readonly color: string
}

/**
 * The marks of brands as `simple-icons` (CC0) draws them, by the catalogue's name for the provider in small letters and digits. A mark
 * says whose plan it is and nothing else: unchanged, in its own colour, on white, beside the name. See decision 0035.
 */
const icons = {
  airtel: siAirtel,
  applemusic: siApplemusic,
  appletv: siAppletv,
  att: siAtandt,
  attinternet: siAtandt,
  audible: siAudible,
  audibleindia: siAudible,
  bt: siBt,
  claude: siClaude,
  crunchyroll: siCrunchyroll,
  deezer: siDeezer,
  hbomax: siHbomax,
  icloud: siIcloud,
  jio: siJio,
  mubi: siMubi,
  netflix: siNetflix,
  nordvpn: siNordvpn,
  notion: siNotion,
  o2: siO2,
  o2de: siO2,
  o2uk: siO2,
  paramount: siParamountplus,
  paramountplus: siParamountplus,
  playstationplus: siPlaystation,
  sky: siSky,
  spotify: siSpotify,
  starz: siStarz,
  telekom: siDeutschetelekom,
  tidal: siTidal,
  verizon: siVerizon,
  virginmedia: siVirginmedia,
  vodafone: siVodafone,
  vodafonede: siVodafone,
  vodafoneuk: siVodafone,
  youtube: siYoutube,
}

export const brandMarks: ReadonlyMap<string, BrandMark> = new Map(
  Object.entries(icons).map(([key, { path, hex }]) => [key, { path, color: `#${hex}` }]),
)
