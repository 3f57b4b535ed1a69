import { useMe } from '@streamline/client/identity'
import { Printer } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { ShownOnce } from '../../design/shown-once.tsx'

/** Shown once; printing gives these alone. */
export const RecoveryCodes = ({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) => {
  const { t } = useTranslation('account')
  const email = useMe().data?.email ?? ''
  return (
    <div data-print>
      <ShownOnce
        title={t('recovery.title')}
        lead={t('recovery.lead')}
        text={codes.join('\n')}
        done={t('recovery.done')}
        onDone={onDone}
        more={
          <Button variant="secondary" icon={Printer} onClick={() => window.print()}>
            {t('recovery.print')}
          </Button>
        }
      >
        <p className="hidden font-semibold print:block">{t('recovery.printTitle', { email })}</p>
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(15.5rem,1fr))] gap-x-4 gap-y-1 font-mono text-sm">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
      </ShownOnce>
    </div>
  )
}
