import { useRouter } from 'expo-router'
import { useTranslation } from 'react-i18next'
import { Button } from '../design/button.tsx'
import { Card } from '../design/card.tsx'
import { Empty } from '../design/empty.tsx'
import { SearchX } from '../design/icons.ts'
import { Page } from '../design/page.tsx'

/** A link that leads nowhere, or no longer. */
export const NotFoundScreen = () => {
  const { t } = useTranslation()
  const router = useRouter()
  return (
    <Page>
      <Card>
        <Empty
          icon={SearchX}
          title={t('notFound.title')}
          text={t('notFound.text')}
          action={<Button onPress={() => router.replace('/')}>{t('notFound.home')}</Button>}
        />
      </Card>
    </Page>
  )
}
