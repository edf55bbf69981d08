export function LockScreen() {
  return null;
}
