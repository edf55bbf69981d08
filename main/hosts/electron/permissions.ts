import type { Session, WebContents } from 'electron';
import { showsCameraScreen } from '../../../shared/contract/window.ts';
import { isOurAddress } from './page-address.ts';

/**
 * Denies every permission but two: our own page may have the operating system say what falls due, and may use the camera, without
 * sound, while the screen that photographs a document is shown.
 */
export function denyPermissions(
  session: Pick<
    Session,
    | 'setPermissionRequestHandler'
    | 'setPermissionCheckHandler'
    | 'setDevicePermissionHandler'
    | 'setDisplayMediaRequestHandler'
  >,
): void {
  session.setPermissionRequestHandler((contents, permission, callback, details) => {
    const kinds = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    if (permission === 'notifications') {
      callback(details.isMainFrame && isOurAddress(contents.getURL()));
      return;
    }
    callback(
      permission === 'media' &&
        details.isMainFrame &&
        kinds.length > 0 &&
        kinds.every((kind) => kind === 'video') &&
        isOnCameraScreen(contents),
    );
  });
  session.setPermissionCheckHandler(
    (contents, permission, _origin, details) =>
      details.isMainFrame &&
      contents !== null &&
      (permission === 'notifications'
        ? isOurAddress(contents.getURL())
        : permission === 'media' && details.mediaType === 'video' && isOnCameraScreen(contents)),
  );
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, callback) => callback({}));
}

/** Asked of the window, not of the request: a request names the address last loaded, which the hash is no part of. */
function isOnCameraScreen(contents: Pick<WebContents, 'getURL'>): boolean {
  const address = contents.getURL();
  return isOurAddress(address) && showsCameraScreen(address);
}
