import { TesseraSignIn } from './sign-in.class.js';
import { TesseraIdentifierStep } from './steps/identifier.class.js';
import { TesseraPasswordStep } from './steps/password.class.js';

const elements = {
  'tessera-identifier-step': TesseraIdentifierStep,
  'tessera-password-step': TesseraPasswordStep,
  'tessera-sign-in': TesseraSignIn,
};

for (const [tag, element] of Object.entries(elements)) {
  if (!customElements.get(tag)) customElements.define(tag, element);
}

export { TesseraSignIn };
