import { Controller } from '@nestjs/common'
import { contract } from '@streamline/contract'
import { Route, type Call } from '../../platform/http/route.ts'
import { CatalogueEditingService } from './catalogue-editing.service.ts'

const { catalogueEditing: editing } = contract

@Controller()
export class CatalogueEditingController {
  constructor(private readonly service: CatalogueEditingService) {}

  @Route(editing.listDrafts)
  listDrafts({ actor, input }: Call<typeof editing.listDrafts>) {
    return this.service.listDrafts(actor, input)
  }

  @Route(editing.saveDraft)
  saveDraft({ actor, input }: Call<typeof editing.saveDraft>) {
    return this.service.saveDraft(actor, input)
  }

  @Route(editing.discardDraft)
  discardDraft({ actor, input }: Call<typeof editing.discardDraft>) {
    return this.service.discardDraft(actor, input)
  }

  @Route(editing.publishDraft)
  publishDraft({ actor, input }: Call<typeof editing.publishDraft>) {
    return this.service.publishDraft(actor, input)
  }

  @Route(editing.readPlan)
  readPlan({ actor, input }: Call<typeof editing.readPlan>) {
    return this.service.readPlan(actor, input)
  }

  @Route(editing.setPrice)
  setPrice({ actor, input }: Call<typeof editing.setPrice>) {
    return this.service.setPrice(actor, input)
  }

  @Route(editing.takeBackPrice)
  takeBackPrice({ actor, input }: Call<typeof editing.takeBackPrice>) {
    return this.service.takeBackPrice(actor, input)
  }

  @Route(editing.withdraw)
  withdraw({ actor, input }: Call<typeof editing.withdraw>) {
    return this.service.withdraw(actor, input)
  }

  @Route(editing.listCorrections)
  listCorrections({ actor, input }: Call<typeof editing.listCorrections>) {
    return this.service.listCorrections(actor, input)
  }

  @Route(editing.decideCorrection)
  decideCorrection({ actor, input }: Call<typeof editing.decideCorrection>) {
    return this.service.decideCorrection(actor, input)
  }

  @Route(editing.suggest)
  suggest({ actor, input }: Call<typeof editing.suggest>) {
    return this.service.suggest(actor, input)
  }
}
