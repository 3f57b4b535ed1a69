const larger = (column) => {
  const copy = new column.constructor(column.length * 2)
  copy.set(column)
  return copy
}

/** Every entry that was ever posted, in columns, so that a million operations fit in memory. */
export class Entries {
  size = 0
  columns = { household: new Int32Array(1024), charge: new Int32Array(1024), account: new Int32Array(1024) }
  amounts = new Float64Array(1024)
  accounts = []
  numbers = new Map()

  add(household, charge, key, amount) {
    if (this.size === this.amounts.length) this.grow()
    if (!this.numbers.has(key)) this.numbers.set(key, this.accounts.push(key) - 1)
    this.columns.household[this.size] = household
    this.columns.charge[this.size] = charge
    this.columns.account[this.size] = this.numbers.get(key)
    this.amounts[this.size++] = amount
  }

  grow() {
    for (const [name, column] of Object.entries(this.columns)) this.columns[name] = larger(column)
    this.amounts = larger(this.amounts)
  }
}
