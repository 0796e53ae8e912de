import { type ReactNode, useId } from 'react'
import { FieldError, Label, Text, TextArea, TextField } from 'react-aria-components'
import { ErrorIcon } from '../icons/error-icon.js'
import { ReadersBox } from './readers-box.js'

interface ReadersFieldProps {
  readonly label: string
  readonly description: string
  readonly value: string
  readonly onChange: (words: string) => void
  /** Said beside the field, in a sentence that helps. */
  readonly error?: string | undefined
  /** Who can read it, in words and as discs. */
  readonly sentence: ReactNode
  readonly discs: ReactNode
}

/** A field of some lines with its readers along the lower edge. */
export function ReadersField({
  label,
  description,
  value,
  onChange,
  error,
  sentence,
  discs,
}: ReadersFieldProps) {
  const sentenceId = useId()
  return (
    <TextField
      className="ac-readers-field"
      value={value}
      onChange={onChange}
      isInvalid={error !== undefined}
      aria-describedby={sentenceId}
    >
      <Label className="ac-label">{label}</Label>
      <Text slot="description" className="ac-hint">
        {description}
      </Text>
      <ReadersBox standing="shared" discs={discs} sentence={sentence} sentenceId={sentenceId}>
        <TextArea dir="auto" rows={2} />
      </ReadersBox>
      <FieldError className="ac-field-error">
        <ErrorIcon size={16} />
        <span>{error}</span>
      </FieldError>
    </TextField>
  )
}
