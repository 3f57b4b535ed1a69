import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'

/** The ways to pay that are offered. */
export const methods = ['upi', 'card', 'netbanking', 'autopay', 'cash'] as const

type Method = (typeof methods)[number]

const isMethod = (text: string): text is Method => methods.some((method) => method === text)

/** The name of a way to pay; what an import or a script wrote stands as it is. */
export const methodName = (method: string, t: TFunction<'billing'>): string =>
  isMethod(method) ? t(`method.${method}`) : method

export const useMethodName = (): ((method: string) => string) => {
  const { t } = useTranslation('billing')
  return (method) => methodName(method, t)
}
