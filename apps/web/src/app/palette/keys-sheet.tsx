import { useTranslation } from 'react-i18next'
import { Sheet } from '../../design/sheet.tsx'

const isApple = (): boolean => /Mac|iPhone|iPad/.test(navigator.userAgent)

/** What the keyboard does, and with which keys. */
export const KeysSheet = ({ open, onClose }: { open: boolean; onClose: () => void }) => {
  const { t } = useTranslation('palette')
  const keys = [
    { does: 'palette', with: [isApple() ? '⌘ K' : 'Ctrl K', '/'] },
    { does: 'next', with: ['j'] },
    { does: 'previous', with: ['k'] },
    { does: 'open', with: ['Enter'] },
    { does: 'paid', with: ['p'] },
    { does: 'help', with: ['?'] },
  ] as const
  return (
    <Sheet open={open} onClose={onClose} title={t('keys.title')}>
      <dl className="divide-y divide-line/80">
        {keys.map((key) => (
          <div key={key.does} className="flex min-h-12 items-center justify-between gap-4">
            <dt>{t(`keys.${key.does}`)}</dt>
            <dd className="flex items-center gap-2 text-sm text-muted">
              {key.with.map((name, index) => (
                <span key={name} className="flex items-center gap-2">
                  {index > 0 ? t('keys.or') : null}
                  <kbd className="rounded-md border border-strong/50 bg-sunken px-2 py-1 font-sans text-sm font-semibold text-ink">
                    {name}
                  </kbd>
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Sheet>
  )
}
