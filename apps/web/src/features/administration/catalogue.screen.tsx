import type { PlanDetail, PlanDraft } from '@streamline/client'
import { emptyPlanDraft, planDraftOf, type PlanDraftForm } from '@streamline/client/administration'
import { useHousehold } from '@streamline/client'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Sheet } from '../../design/sheet.tsx'
import { SettingsPage } from '../settings/settings-page.tsx'
import { CorrectionsCard } from './catalogue/corrections-card.tsx'
import { DraftForm } from './catalogue/draft-form.tsx'
import { DraftsCard } from './catalogue/drafts-card.tsx'
import { PlanSheet } from './catalogue/plan-sheet.tsx'
import { PlansCard } from './catalogue/plans-card.tsx'
import { Guarded } from './guarded.tsx'

/** What editors do: answer what people suggest, prepare plans, date prices. */
export const CatalogueScreen = () => {
  const { t } = useTranslation('administration')
  const { country } = useHousehold()
  const [planId, setPlanId] = useState<string | null>(null)
  const [draft, setDraft] = useState<PlanDraftForm | null>(null)
  const edit = (plan: PlanDetail | PlanDraft) => {
    setPlanId(null)
    setDraft(planDraftOf(plan))
  }
  return (
    <SettingsPage title={t('catalogue.title')}>
      <Guarded permission="catalogue.edit">
        <div className="grid gap-5">
          <CorrectionsCard />
          <DraftsCard onEdit={edit} onNew={() => setDraft(emptyPlanDraft(country))} />
          <PlansCard onPlan={setPlanId} />
        </div>
        <PlanSheet planId={planId} onClose={() => setPlanId(null)} onDraft={edit} />
        <Sheet open={draft !== null} onClose={() => setDraft(null)} title={t('catalogue.draftTitle')}>
          {draft === null ? null : <DraftForm draft={draft} onDone={() => setDraft(null)} />}
        </Sheet>
      </Guarded>
    </SettingsPage>
  )
}
