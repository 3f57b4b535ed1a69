/**
 * Lands whose own language writes a comma before the fraction, 12,99: what people there type whatever language the app speaks.
 * What the runtime knows of it is not the same everywhere, so it is written down, and tested against a full one.
 */
const lands: ReadonlySet<string> = /* @__PURE__ */ new Set(
  /* @__PURE__ */ `
  AD AL AM AO AR AT AW AX AZ BA BE BF BG BI BJ BL BN BO BR BY CD CF CG CI CL CM CO CR CV CY CZ DE DJ DK DZ EC EE ES
  FI FO FR GA GE GF GL GN GP GQ GR GW HR HU ID IS IT KG KZ LA LB LT LU LV LY MA MC MD ME MF MK MQ MR MU MZ NA NC NL NO PF
  PL PM PT PY RE RO RS RU RW SC SE SI SJ SK SM SN SR ST TG TJ TL TM TN TR UA UY UZ VA VE VN WF YT ZA`
    .trim()
    .split(/\s+/),
)

export const writesComma = (country: string): boolean => lands.has(country)
