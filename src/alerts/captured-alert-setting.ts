/**
 * A captured alert setting of the management gateway (`{ name, state, errorTypes, threshold: { count, interval, unitOfTime },
 * action }`) in the form that this library uses; anything else as it is. What is not understood is left as it is, so that a
 * schema can refuse it. The gateway does not list recipients: `recipientsKnown` is false.
 */
export function fromCapturedAlertSetting(input: unknown): unknown {
  const setting = propertiesOf(input);
  const threshold = propertiesOf(setting?.('threshold'));
  if (setting === undefined || threshold === undefined || setting('window') !== undefined) return input;
  return {
    name: setting('name'),
    enabled: meaningOf(setting('state') ?? setting('enabled'), states),
    errorTypes: setting('errorTypes'),
    threshold: threshold('count'),
    window: { length: threshold('interval'), unit: meaningOf(threshold('unitOfTime'), units) },
    recipients: [],
    recipientsKnown: false,
    action: meaningOf(setting('action'), actions),
  };
}

const states = {
  enabled: true,
  active: true,
  on: true,
  true: true,
  disabled: false,
  inactive: false,
  off: false,
  false: false,
};
const units = { minute: 'minutes', minutes: 'minutes', hour: 'hours', hours: 'hours' };
const actions = { none: 'none', pause: 'pause', stop: 'stop' };

function meaningOf(value: unknown, meanings: Readonly<Record<string, unknown>>): unknown {
  const word = String(value).trim().toLowerCase();
  return Object.hasOwn(meanings, word) ? meanings[word] : (value ?? null); // null, so that no default takes its place
}

/** The properties of an object in any letter case: captures come from serializers with different habits. */
function propertiesOf(value: unknown): ((name: string) => unknown) | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const byKey = new Map(Object.entries(value).map(([key, inner]) => [key.toLowerCase(), inner]));
  return (name) => byKey.get(name.toLowerCase());
}
