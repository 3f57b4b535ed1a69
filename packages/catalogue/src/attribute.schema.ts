import * as z from 'zod'

const count = z.int().min(1)
const minor = z.int().min(0)
const text = z.string().min(1)

const technology = z.enum([
  'FTTH',
  'FTTB/FTTH',
  'FWA',
  'DSL',
  'fibre',
  'cable',
  'cable/FTTH',
  'cable/fibre',
  'satellite',
])
const devices = z.enum(['all', 'mobile-only'])
const voice = z.union([z.enum(['unlimited', 'none']), z.string().regex(/^\d+ minutes$/)])

/** What is known of a stand-alone streaming plan. An absent attribute was not captured; it is not zero. */
export const ottAttributesSchema = z.strictObject({
  ads: z.boolean().exactOptional(),
  devices: devices.exactOptional(),
  downloadDevices: count.exactOptional(),
  downloads: z.boolean().exactOptional(),
  extraMemberMinor: minor.exactOptional(),
  maxResolution: z.enum(['480p', '720p', '1080p', '4K']).exactOptional(),
  profiles: count.exactOptional(),
  screens: count.exactOptional(),
  storageGb: count.exactOptional(),
  video: z.boolean().exactOptional(),
})

/** What is known of a mobile plan. 1 GB is 1024 MB. */
export const mobileAttributesSchema = z.strictObject({
  addOnDataMb: count.exactOptional(),
  benefitDays: count.exactOptional(),
  bonusDataMb: count.exactOptional(),
  connectionFeeMinor: minor.exactOptional(),
  connections: count.exactOptional(),
  dataPerDayMb: count.exactOptional(),
  dataPerMonthMb: count.exactOptional(),
  dataTotalMb: z.int().min(0).exactOptional(),
  dataUnlimited: z.boolean().exactOptional(),
  deviceLimit: text.exactOptional(),
  fiveG: z.enum(['included', 'unlimited']).exactOptional(),
  fup: text.exactOptional(),
  hotspotMb: count.exactOptional(),
  hotspotUnlimited: z.boolean().exactOptional(),
  minTermMonths: count.exactOptional(),
  overagePerGbMinor: minor.exactOptional(),
  perLineMinor: z.record(z.string().regex(/^[1-9]$/), minor).exactOptional(),
  premiumDataMb: count.exactOptional(),
  rolloverData: text.exactOptional(),
  secondaryDataMb: count.exactOptional(),
  securityDepositMinor: minor.exactOptional(),
  serviceValidity: z.boolean().exactOptional(),
  sharedBonusMb: count.exactOptional(),
  smsPerDay: count.exactOptional(),
  smsTotal: count.exactOptional(),
  unlimitedWindow: z
    .string()
    .regex(/^\d{2}:\d{2}-\d{2}:\d{2}$/)
    .exactOptional(),
  voice: voice.exactOptional(),
})

/** What is known of a broadband plan. */
export const broadbandAttributesSchema = z.strictObject({
  dataCapGb: count.exactOptional(),
  dataCarryForward: z.boolean().exactOptional(),
  downMbps: count.exactOptional(),
  fupSpeedKbps: count.exactOptional(),
  /** Minor units like every other amount, although its name does not say so. */
  installationFee: minor.exactOptional(),
  minTermMonths: count.exactOptional(),
  outOfContractMinor: minor.exactOptional(),
  router: z.literal('included').exactOptional(),
  securityDepositMinor: minor.exactOptional(),
  technology: technology.exactOptional(),
  tvChannels: count.exactOptional(),
  upMbps: count.exactOptional(),
  voice: voice.exactOptional(),
  yearlyRiseMinor: minor.exactOptional(),
})

/** What is known of a plan that sells several things at one price. */
export const bundleAttributesSchema = z.strictObject({
  addOnTo: text.exactOptional(),
  connections: count.exactOptional(),
  creditMinor: minor.exactOptional(),
  creditValidDays: count.exactOptional(),
  devices: devices.exactOptional(),
  downMbps: count.exactOptional(),
  dth: z.boolean().exactOptional(),
  members: count.exactOptional(),
  minTermMonths: count.exactOptional(),
  mobileConnections: count.exactOptional(),
  onePerLine: z.boolean().exactOptional(),
  storageGb: count.exactOptional(),
  technology: technology.exactOptional(),
})

/** What is known of a plan of a dish or a cable. */
export const tvAttributesSchema = z.strictObject({
  connections: count.exactOptional(),
  hdChannels: count.exactOptional(),
  minTermMonths: count.exactOptional(),
  securityDepositMinor: minor.exactOptional(),
  tvChannels: count.exactOptional(),
})

/** What is known of apps, AI, cloud, games, books and memberships. */
export const otherAttributesSchema = z.strictObject({
  members: count.exactOptional(),
  storageGb: count.exactOptional(),
})
