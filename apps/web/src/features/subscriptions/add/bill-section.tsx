import { BillFields } from '../fields/bill-fields.tsx'
import { FirstBillField } from '../fields/first-bill-field.tsx'
import type { SectionProps } from './price-section.tsx'

export const BillSection = ({ form, set, errorAt }: SectionProps) => (
  <>
    <BillFields
      billDay={{
        value: form.billDay,
        onChange: (event) => set({ billDay: event.target.value }),
        error: errorAt('billDay'),
      }}
      dueDays={{
        value: form.dueDays,
        onChange: (event) => set({ dueDays: event.target.value }),
        error: errorAt('dueDays'),
      }}
    />
    <FirstBillField form={form} onChange={(firstBill) => set({ firstBill })} />
  </>
)
