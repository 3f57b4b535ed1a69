import { Search, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../design/button.tsx'
import { controlClass } from '../../design/field.tsx'
import { useSearchText } from '../../design/use-search-text.ts'

/** Searches while somebody types, a moment after the last letter. */
export const UserSearch = ({ value, onChange }: { value: string; onChange: (text: string) => void }) => {
  const { t } = useTranslation('administration')
  const { text, setText, settle } = useSearchText(value, onChange)
  return (
    <div className="relative min-w-0 flex-1">
      <Search
        size={18}
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-4 -translate-y-1/2 text-faint"
      />
      <input
        type="search"
        aria-label={t('users.search')}
        placeholder={t('users.search')}
        value={text}
        maxLength={100}
        onChange={(event) => setText(event.target.value)}
        onBlur={settle}
        className={`${controlClass} pr-12 pl-11 [&::-webkit-search-cancel-button]:hidden`}
      />
      {text === '' ? null : (
        <span className="absolute inset-y-0 right-1 flex items-center">
          <IconButton icon={X} label={t('users.clear')} onClick={() => setText('')} />
        </span>
      )}
    </div>
  )
}
