/** Any kind of split among the people who are there; exact amounts sum to the price, as the contract asks. */
export function anySplit(random, people, price) {
  const some = random.some(people, random.between(1, people.length))
  const cut = (whole) => {
    const marks = some
      .slice(1)
      .map(() => random.upTo(whole))
      .toSorted((a, b) => a - b)
    return some.map((memberId, at) => [memberId, (marks[at] ?? whole) - (marks[at - 1] ?? 0)])
  }
  const kind = random.oneOf(['payer', 'equal', 'shares', 'percent', 'exact'])
  if (kind === 'payer') return { kind }
  if (kind === 'equal') return { kind, memberIds: some }
  if (kind === 'percent')
    return { kind, parts: cut(10_000).map(([memberId, basisPoints]) => ({ memberId, basisPoints })) }
  if (kind === 'exact') return { kind, parts: cut(price).map(([memberId, amount]) => ({ memberId, amount })) }
  const weights = some.map((memberId, at) => ({
    memberId,
    weight: at === 0 ? random.between(1, 5) : random.upTo(5),
  }))
  return { kind, weights }
}
