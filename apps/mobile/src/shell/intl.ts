/* A browser has all of it; one that has not cannot be a bench. */
if (!('PluralRules' in Intl)) throw new Error('This browser cannot count in words')
