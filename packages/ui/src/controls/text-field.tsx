import type { ReactNode } from 'react'
import {
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components'
import { ErrorIcon } from '../icons/error-icon.js'
import { Button } from './button.js'

export interface TextFieldProps extends Omit<AriaTextFieldProps, 'className' | 'style' | 'children'> {
  readonly label: string
  readonly description?: string
  /** Said beside the field, in a sentence that helps. */
  readonly error?: string | undefined
  /** A better value to accept with one press, where the mistake shows what was meant. */
  readonly fix?: { readonly label: string; readonly onAccept: () => void } | undefined
  readonly placeholder?: string
  /** Sits at the end of the label's line, such as "Forgotten it?". */
  readonly aside?: ReactNode
  /** Sits inside the field at its end. */
  readonly end?: ReactNode
  readonly lines?: number
}

export function TextField({
  label,
  description,
  error,
  fix,
  placeholder,
  aside,
  end,
  lines,
  ...rest
}: TextFieldProps) {
  const hint = placeholder === undefined ? {} : { placeholder }
  return (
    <AriaTextField {...rest} className="ac-field" isInvalid={error !== undefined}>
      <div className="ac-field-head">
        <Label className="ac-label">{label}</Label>
        {aside}
      </div>
      <div className="ac-field-box" data-end={end === undefined ? undefined : ''}>
        {lines === undefined ? (
          <Input className="ac-input" {...hint} />
        ) : (
          <TextArea className="ac-input" rows={lines} {...hint} />
        )}
        {end}
      </div>
      {description !== undefined && (
        <Text slot="description" className="ac-hint">
          {description}
        </Text>
      )}
      <FieldError className="ac-field-error">
        <ErrorIcon size={16} />
        <span>{error}</span>
      </FieldError>
      {fix !== undefined && (
        <div className="ac-field-fix">
          <Button size="small" onPress={fix.onAccept}>
            {fix.label}
          </Button>
        </div>
      )}
    </AriaTextField>
  )
}
