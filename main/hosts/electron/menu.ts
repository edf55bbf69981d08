import type { MenuItemConstructorOptions } from 'electron';
import type { Text } from '../../../shared/text/messages.ts';

/**
 * The application menu. Only macOS needs one: without it, copy, paste and quit have no keys there. Elsewhere there is none, so
 * that no accelerator reloads the page or opens the developer tools.
 */
export function applicationMenu(platform: NodeJS.Platform, text: Text): MenuItemConstructorOptions[] | null {
  if (platform !== 'darwin') return null;
  return [
    {
      label: 'Ashbook',
      submenu: [
        { role: 'hide', label: text('host.menu.hide') },
        { type: 'separator' },
        { role: 'quit', label: text('host.menu.quit') },
      ],
    },
    {
      label: text('host.menu.edit'),
      submenu: [
        { role: 'undo', label: text('host.menu.undo') },
        { role: 'redo', label: text('host.menu.redo') },
        { type: 'separator' },
        { role: 'cut', label: text('host.menu.cut') },
        { role: 'copy', label: text('host.menu.copy') },
        { role: 'paste', label: text('host.menu.paste') },
        { role: 'selectAll', label: text('host.menu.select_all') },
      ],
    },
    {
      label: text('host.menu.window'),
      submenu: [
        { role: 'minimize', label: text('host.menu.minimize') },
        { role: 'togglefullscreen', label: text('host.menu.full_screen') },
      ],
    },
  ];
}
