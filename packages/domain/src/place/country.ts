/** ISO 3166-1 countries and territories by the currency people pay in there. */
const table = `
  AED:AE AFN:AF ALL:AL AMD:AM AOA:AO ARS:AR AUD:AU,CC,CX,HM,KI,NF,NR,TV AWG:AW AZN:AZ BAM:BA BBD:BB BDT:BD
  BHD:BH BIF:BI BMD:BM BND:BN BOB:BO BRL:BR BSD:BS BTN:BT BWP:BW BYN:BY BZD:BZ CAD:CA CDF:CD CHF:CH,LI
  CLP:CL CNY:CN COP:CO CRC:CR CUP:CU CVE:CV CZK:CZ DJF:DJ DKK:DK,FO,GL DOP:DO DZD:DZ EGP:EG ERN:ER ETB:ET
  EUR:AD,AT,AX,BE,BG,BL,CY,DE,EE,ES,FI,FR,GF,GP,GR,HR,IE,IT,LT,LU,LV,MC,ME,MF,MQ,MT,NL,PM,PT,RE,SI,SK,SM,TF,VA,XK,YT
  FJD:FJ FKP:FK GBP:GB,GG,GS,IM,JE GEL:GE GHS:GH GIP:GI GMD:GM GNF:GN GTQ:GT GYD:GY HKD:HK HNL:HN HTG:HT
  HUF:HU IDR:ID ILS:IL,PS INR:IN IQD:IQ IRR:IR ISK:IS JMD:JM JOD:JO JPY:JP KES:KE KGS:KG KHR:KH KMF:KM
  KPW:KP KRW:KR KWD:KW KYD:KY KZT:KZ LAK:LA LBP:LB LKR:LK LRD:LR LSL:LS LYD:LY MAD:EH,MA MDL:MD MGA:MG
  MKD:MK MMK:MM MNT:MN MOP:MO MRU:MR MUR:MU MVR:MV MWK:MW MXN:MX MYR:MY MZN:MZ NAD:NA NGN:NG NIO:NI
  NOK:BV,NO,SJ NPR:NP NZD:CK,NU,NZ,PN,TK OMR:OM PAB:PA PEN:PE PGK:PG PHP:PH PKR:PK PLN:PL PYG:PY QAR:QA
  RON:RO RSD:RS RUB:RU RWF:RW SAR:SA SBD:SB SCR:SC SDG:SD SEK:SE SGD:SG SHP:SH SLE:SL SOS:SO SRD:SR SSP:SS
  STN:ST SYP:SY SZL:SZ THB:TH TJS:TJ TMT:TM TND:TN TOP:TO TRY:TR TTD:TT TWD:TW TZS:TZ UAH:UA UGX:UG
  USD:AQ,AS,BQ,EC,FM,GU,IO,MH,MP,PR,PW,SV,TC,TL,UM,US,VG,VI,ZW UYU:UY UZS:UZ VES:VE VND:VN VUV:VU WST:WS
  XAF:CF,CG,CM,GA,GQ,TD XCD:AG,AI,DM,GD,KN,LC,MS,VC XCG:CW,SX XOF:BF,BJ,CI,GW,ML,NE,SN,TG XPF:NC,PF,WF
  YER:YE ZAR:ZA ZMW:ZM`

const currencies: ReadonlyMap<string, string> = /* @__PURE__ */ new Map(
  /* @__PURE__ */ table
    .trim()
    .split(/\s+/)
    .flatMap((entry) => {
      const [currency = '', countries = ''] = entry.split(':')
      return countries.split(',').map((country) => [country, currency] as const)
    }),
)

/** Nobody settles there, or (XK) the code is no part of the standard: accepted, but not offered. */
const withoutPeople: ReadonlySet<string> = /* @__PURE__ */ new Set([
  'AQ',
  'BV',
  'GS',
  'HM',
  'IO',
  'TF',
  'UM',
  'XK',
])

/** The ISO 4217 currency of an ISO 3166-1 alpha-2 country; undefined for two letters that are no country. */
export const currencyOf = (country: string): string | undefined => currencies.get(country)

/** Countries and territories with people to have a household, in alphabetical order of their codes. */
export const countryCodes = (): string[] =>
  [...currencies.keys()].filter((country) => !withoutPeople.has(country)).toSorted()

/** ICU says Asia/Calcutta; the tz database renamed it. */
const renamed: Readonly<Record<string, string>> = { 'Asia/Calcutta': 'Asia/Kolkata' }

/** The name that the tz database uses today for a zone as the runtime names it. */
export const canonicalZone = (zone: string): string => renamed[zone] ?? zone

/** Older engines know the zones of a country under another name, or not at all; the types know neither. */
interface LocaleWithZones {
  getTimeZones?: () => string[] | undefined
  timeZones?: string[]
}

/** The IANA time zones of a country; none where it is no country or the runtime does not know. */
export const zonesOf = (country: string): string[] => {
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & LocaleWithZones
  return (locale.getTimeZones?.() ?? locale.timeZones ?? []).map(canonicalZone)
}
