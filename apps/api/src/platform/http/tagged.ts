/** Sends something with its revision, on which the next change may insist. */
export const tagged = <Item extends { revision: number }>(
  call: { etag(revision: number): void },
  item: Item,
): Item => {
  call.etag(item.revision)
  return item
}
