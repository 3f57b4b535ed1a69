import { DomainError } from '../error.ts'

/** Active ISO 4217 codes by number of minor digits. Metals, funds of the IMF and test codes have none and are left out. */
const codesByExponent: readonly (readonly [exponent: number, codes: string])[] = [
  [0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'],
  [
    2,
    `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY
    COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS
    INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR
    MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP
    STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG`,
  ],
  [3, 'BHD IQD JOD KWD LYD OMR TND'],
  [4, 'CLF UYW'],
]

const exponents: ReadonlyMap<string, number> = /* @__PURE__ */ new Map(
  /* @__PURE__ */ codesByExponent.flatMap(([exponent, codes]) =>
    codes.split(/\s+/).map((code): [string, number] => [code, exponent]),
  ),
)

/** True for an active ISO 4217 code in capitals. */
export function isCurrency(code: string): boolean {
  return exponents.has(code)
}

/** Minor digits of a currency: JPY 0, INR 2, KWD 3 (law 9). Unknown codes are `invalid-currency`. */
export function currencyExponent(code: string): number {
  const exponent = exponents.get(code)
  if (exponent === undefined)
    throw new DomainError('invalid-currency', `"${code}" is not an active ISO 4217 currency.`, { code })
  return exponent
}

/** All currency codes, in alphabetical order. */
export function currencyCodes(): string[] {
  return [...exponents.keys()].toSorted()
}
