import { fireEvent, screen } from '@testing-library/react-native'
import { useState } from 'react'
import { renderScreen } from '../../test/screen.tsx'
import { TextField } from './field.tsx'
import { SheetForm } from './sheet-form.tsx'

const Form = ({ onClose }: { onClose: () => void }) => {
  const [note, setNote] = useState('')
  return (
    <SheetForm
      title="A note"
      label="Keep it"
      typed={note}
      busy={false}
      error={null}
      onClose={onClose}
      onSubmit={() => null}
    >
      <TextField label="Note" value={note} onChangeText={setNote} />
    </SheetForm>
  )
}

/** At the head of the sheet; the ground beside it closes as well. */
const theCross = () => {
  const cross = screen.getAllByRole('button', { name: 'Close' }).at(-1)
  if (cross === undefined) throw new Error('The sheet cannot be closed')
  return cross
}

test('a form that nobody touched is left at once', async () => {
  const close = jest.fn()
  await renderScreen(<Form onClose={close} />, {})
  await fireEvent.press(theCross())
  expect(close).toHaveBeenCalledTimes(1)
})

test('what was typed is dropped only by who says so', async () => {
  const close = jest.fn()
  await renderScreen(<Form onClose={close} />, {})
  await fireEvent.changeText(screen.getByLabelText('Note'), 'PIN on the fridge')
  await fireEvent.press(theCross())
  expect(close).not.toHaveBeenCalled()
  await fireEvent.press(screen.getByRole('button', { name: 'Keep typing' }))
  expect(screen.getByDisplayValue('PIN on the fridge')).toBeTruthy()
  await fireEvent.press(theCross())
  await fireEvent.press(screen.getByRole('button', { name: 'Drop it' }))
  expect(close).toHaveBeenCalledTimes(1)
})
