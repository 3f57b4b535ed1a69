export const add = {}
