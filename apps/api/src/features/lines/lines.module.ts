import { Module } from '@nestjs/common'
import { HouseholdsModule } from '../households/households.module.ts'
import { LineRepository } from './line.repository.ts'
import { LinesService } from './lines.service.ts'

@Module({
  imports: [HouseholdsModule],
  providers: [LinesService, LineRepository],
  exports: [LinesService],
})
export class LinesModule {}
