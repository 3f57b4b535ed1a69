import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'

/** The next page of a list, where there is one. */
export const MoreButton = ({
  list,
}: {
  list: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> }
}) => {
  const { t } = useTranslation()
  return list.hasNextPage ? (
    <Button variant="secondary" busy={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
      {t('actions.more')}
    </Button>
  ) : null
}
