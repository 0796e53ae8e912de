import type { NewPasskeyBody, PasskeyAnswer, PasskeyOptions } from '@accord/domain/rest/passkey'
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'

/** Whether this browser can make passkeys and answer with them. */
export function canUsePasskeys(): boolean {
  return typeof window !== 'undefined' && 'PublicKeyCredential' in window && window.isSecureContext
}

/** Lets the device make one. Null when its person broke it off, or the device would not. */
export async function makePasskey({ options }: PasskeyOptions): Promise<NewPasskeyBody | null> {
  const { startRegistration } = await import('@simplewebauthn/browser')
  const optionsJSON = options as PublicKeyCredentialCreationOptionsJSON
  const made = await startRegistration({ optionsJSON }).catch(brokenOff)
  if (!made) return null
  const { clientDataJSON, attestationObject, transports } = made.response
  return { id: made.id, clientDataJSON, attestationObject, transports: [...(transports ?? [])] }
}

/** Lets the device answer with one that it has. Null as above. */
export async function answerWithPasskey({ options }: PasskeyOptions): Promise<PasskeyAnswer | null> {
  const { startAuthentication } = await import('@simplewebauthn/browser')
  const optionsJSON = options as PublicKeyCredentialRequestOptionsJSON
  const answer = await startAuthentication({ optionsJSON }).catch(brokenOff)
  if (!answer) return null
  const { clientDataJSON, authenticatorData, signature } = answer.response
  return { id: answer.id, clientDataJSON, authenticatorData, signature }
}

function brokenOff(error: unknown): null {
  if (error instanceof Error) return null
  throw error
}
