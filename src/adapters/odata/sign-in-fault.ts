/** The error of a credential that knows what the person can do next. Its message is our own text and is shown unchanged. */
interface SignInFault extends Error {
  readonly type: 'sign-in-fault';
}

export function signInFault(message: string): SignInFault {
  return Object.assign(new Error(message), { type: 'sign-in-fault' as const });
}

export function isSignInFault(error: unknown): error is SignInFault {
  return typeof error === 'object' && error !== null && 'type' in error && error.type === 'sign-in-fault';
}
