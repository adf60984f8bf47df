import { html, type TemplateResult } from 'lit';
import { encode } from 'uqr';

/** A text as a QR code, drawn by one path, with the quiet border that readers need. */
export function qrCode(text: string, name: string): TemplateResult {
  const { data, size } = encode(text, { border: 4 });
  const squares = data.flatMap((row, y) =>
    row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return html`<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label=${name}>
    <path d=${squares.join('')} />
  </svg>`;
}
