/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-cli.h"

G_BEGIN_DECLS

/* Of all commands that read one. */
#define MAPPE_CLI_PASSPHRASE_ENTRY(place) \
  { "passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, place, \
    N_("File whose first line is the passphrase of a sealed register"), N_("FILE") }

/**
 * MappeCliRegister: what was typed
 * @what: "register", or "register:REF" for all about a person
 * @format: (nullable)
 * @profile: (nullable)
 * @language: (nullable): "de" or "en"
 * @until: (nullable): last day of what is offered to an archive
 * @passphrase_file: (nullable): holds what seals it
 * @plain: a full register that everybody can read is wanted
 * @path: (nullable): file to write
 */
typedef struct {
  const char *what;
  const char *format;
  const char *profile;
  const char *language;
  const char *until;
  const char *passphrase_file;
  gboolean    plain;
  const char *path;
} MappeCliRegister;

gboolean mappe_cli_is_register     (const char *what);
gboolean mappe_cli_export_register (const char *file, const MappeCliRegister *typed, GError **error);

gboolean mappe_cli_import_register (MappeCli *cli, const char *file, const char *path, const char *phrase_file,
                                    gboolean dry_run, GError **error);

/* mappe-cli-retention.c */
gboolean mappe_cli_is_archive      (const char *what);
gboolean mappe_cli_export_archive  (const char *file, const char *what, const char *language, const char *path,
                                    GError **error);
gboolean mappe_cli_contents_register (MappeCli *cli, const char *path, const char *phrase_file, GError **error);

G_END_DECLS
