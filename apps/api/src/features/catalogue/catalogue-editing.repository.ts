import { Injectable } from '@nestjs/common'
import { DocumentStore, type Position } from '../../platform/documents/document-store.ts'
import { planCorrectionShape, planDraftShape } from './catalogue.collections.ts'
import type { PlanCorrectionDocument } from './plan-correction.document.ts'
import type { PlanDraftDocument } from './plan-draft.document.ts'

/** More open suggestions than editors can read; the rest waits. */
const MOST_OPEN = 2000

/** What editors prepare and what people suggest. */
@Injectable()
export class CatalogueEditingRepository {
  private readonly drafts
  private readonly corrections

  constructor(store: DocumentStore) {
    this.drafts = store.collection(planDraftShape)
    this.corrections = store.collection(planCorrectionShape)
  }

  draft(id: string): Promise<PlanDraftDocument | null> {
    return this.drafts.get(id)
  }

  /** By provider and name. */
  listDrafts(limit: number, after: Position | null): Promise<PlanDraftDocument[]> {
    return this.drafts.find({ sort: 'place', limit, after })
  }

  positionOfDraft(draft: PlanDraftDocument): Position {
    return this.drafts.positionOf(draft, 'place')
  }

  saveDraft(draft: PlanDraftDocument): Promise<void> {
    return this.drafts.upsertMany([draft])
  }

  async removeDraft(id: string): Promise<boolean> {
    return (await this.drafts.removeWhere({ own: { equals: id } })) > 0
  }

  /** Another one of the same person replaces it, and opens it again. */
  suggest(correction: PlanCorrectionDocument): Promise<void> {
    return this.corrections.upsertMany([correction])
  }

  /** By plan. */
  openCorrections(): Promise<PlanCorrectionDocument[]> {
    return this.corrections.find({ sort: 'openOf', limit: MOST_OPEN })
  }

  openOf(planId: string): Promise<PlanCorrectionDocument[]> {
    return this.corrections.find({ where: { openOf: { equals: planId } }, sort: 'openOf', limit: MOST_OPEN })
  }

  decide(corrections: readonly PlanCorrectionDocument[]): Promise<void> {
    return this.corrections.upsertMany(corrections)
  }
}
