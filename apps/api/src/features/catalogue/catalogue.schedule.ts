import { Injectable } from '@nestjs/common'
import { Ticks } from '../../platform/clock/ticks.ts'
import { CatalogueEditingService } from './catalogue-editing.service.ts'

@Injectable()
export class CatalogueSchedule {
  constructor(ticks: Ticks, editing: CatalogueEditingService) {
    ticks.register({ name: 'catalogue.prices', run: (nowMs) => editing.beginPrices(nowMs) })
  }
}
