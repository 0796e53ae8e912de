import { useUiMessages } from '../messages/use-ui-messages.js'
import { AGREED_HALVES } from '../seal/seal-half.js'
import { Seal } from '../seal/seal.js'

/** The product's own sign: a closed seal and its name. */
export function BrandMark({ size = 38 }: { readonly size?: number }) {
  const t = useUiMessages()
  return (
    <span className="ac-brand">
      <Seal halves={AGREED_HALVES} size={size} />
      <span>{t('brand.name')}</span>
    </span>
  )
}
