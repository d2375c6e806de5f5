/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-store.h"

G_BEGIN_DECLS

/**
 * MappeExit:
 *
 * What scripts learn from the exit code.
 */
typedef enum {
  MAPPE_EXIT_DONE,
  MAPPE_EXIT_CONTENT,      /* the council or a value given for it is at fault */
  MAPPE_EXIT_USAGE,        /* no such command, option, kind or field */
  MAPPE_EXIT_ENVIRONMENT,  /* disk, permission, lock */
} MappeExit;

/** Errors of the command line itself; the codes are those of #MappeExit. */
#define MAPPE_CLI_ERROR (mappe_cli_error_quark ())
GQuark mappe_cli_error_quark (void);

typedef struct _MappeCli MappeCli;
typedef struct _MappeCommand MappeCommand;

/**
 * MappeCommand:
 * @name: as typed
 * @arguments: (nullable): what follows, marked for translation
 * @summary: what it does, marked for translation
 * @details: (nullable): more for its own help, marked for translation
 * @run: does it; returns %FALSE with an error, which main() turns into a message and an exit code
 */
struct _MappeCommand {
  const char *name;
  const char *arguments;
  const char *summary;
  const char *details;
  gboolean  (*run) (MappeCli *cli, char **arguments, GError **error);
};

/**
 * MappeCli:
 * @out: standard output, buffered; data goes there as UTF-8, whatever the locale says
 * @command: what is run
 * @exit: code for a run without an error; a command sets it when it did its work and the answer is "no"
 */
struct _MappeCli {
  GOutputStream      *out;
  const MappeCommand *command;
  MappeExit           exit;
};

/* mappe-cli.c */
gboolean    mappe_cli_usage     (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);
gboolean    mappe_cli_wrong     (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);
gboolean    mappe_cli_parse     (MappeCli *cli, const GOptionEntry *entries, char **arguments, guint least,
                                 guint most, char ***rest, GError **error);
gboolean    mappe_cli_number    (const char *option, const char *text, guint *number, GError **error);
gboolean    mappe_cli_write     (MappeCli *cli, const char *text, GError **error);
gboolean    mappe_cli_print     (MappeCli *cli, GError **error, const char *format, ...) G_GNUC_PRINTF (3, 4);
const char *mappe_cli_headline  (const GError *error);
MappeExit   mappe_cli_exit_of   (const GError *error);
void        mappe_cli_complain  (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* mappe-cli-names.c */
MappeStore      *mappe_cli_open        (const char *path, MappeStoreFlags flags, GError **error);
const MappeKind *mappe_cli_kind        (const char *name, GError **error);
int              mappe_cli_field       (const MappeKind *kind, const char *name, GError **error);
gint64           mappe_cli_find        (MappeStore *store, const MappeKind *kind, const char *reference,
                                        GError **error);
MappeRow        *mappe_cli_load        (MappeStore *store, const MappeKind *kind, const char *reference,
                                        GError **error);
gboolean         mappe_cli_value       (MappeStore *store, const MappeKind *kind, guint field, const char *text,
                                        char **canonical, GError **error);
gboolean         mappe_cli_refuse      (const MappeKind *kind, int field, const GError *cause, GError **error);

/* A store that is closed with the block it was opened in, so that its journal is gone when the program ends. */
typedef MappeStore MappeOpened;
void mappe_cli_close (MappeOpened *store);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeOpened, mappe_cli_close)

/* Commands, one file a group */
gboolean mappe_cli_demo    (MappeCli *cli, char **arguments, GError **error);
gboolean mappe_cli_new     (MappeCli *cli, char **arguments, GError **error);
gboolean mappe_cli_check   (MappeCli *cli, char **arguments, GError **error);
gboolean mappe_cli_backup  (MappeCli *cli, char **arguments, GError **error);
gboolean mappe_cli_restore (MappeCli *cli, char **arguments, GError **error);
gboolean mappe_cli_dump    (MappeCli *cli, char **arguments, GError **error);
gboolean mappe_cli_list    (MappeCli *cli, char **arguments, GError **error);
gboolean mappe_cli_show    (MappeCli *cli, char **arguments, GError **error);
gboolean mappe_cli_meeting (MappeCli *cli, char **arguments, GError **error);
gboolean mappe_cli_evaluate (MappeCli *cli, char **arguments, GError **error);
gboolean mappe_cli_chart   (MappeCli *cli, char **arguments, GError **error);
gboolean mappe_cli_event   (MappeCli *cli, char **arguments, GError **error);
gboolean mappe_cli_citizens (MappeCli *cli, char **arguments, GError **error);
gboolean mappe_cli_funding (MappeCli *cli, char **arguments, GError **error);
gboolean mappe_cli_place   (MappeCli *cli, char **arguments, GError **error);
gboolean mappe_cli_practice (MappeCli *cli, char **arguments, GError **error);
gboolean mappe_cli_volunteers (MappeCli *cli, char **arguments, GError **error);
gboolean mappe_cli_closures (MappeCli *cli, char **arguments, GError **error);
gboolean mappe_cli_export  (MappeCli *cli, char **arguments, GError **error);
gboolean mappe_cli_import  (MappeCli *cli, char **arguments, GError **error);
gboolean mappe_cli_contents (MappeCli *cli, char **arguments, GError **error);
gboolean mappe_cli_due     (MappeCli *cli, char **arguments, GError **error);
gboolean mappe_cli_patrols (MappeCli *cli, char **arguments, GError **error);
gboolean mappe_cli_project (MappeCli *cli, char **arguments, GError **error);
gboolean mappe_cli_review  (MappeCli *cli, char **arguments, GError **error);
gboolean mappe_cli_standing (MappeCli *cli, char **arguments, GError **error);
gboolean mappe_cli_search  (MappeCli *cli, char **arguments, GError **error);
gboolean mappe_cli_add     (MappeCli *cli, char **arguments, GError **error);
gboolean mappe_cli_set     (MappeCli *cli, char **arguments, GError **error);
gboolean mappe_cli_delete  (MappeCli *cli, char **arguments, GError **error);
gboolean mappe_cli_undo    (MappeCli *cli, char **arguments, GError **error);
gboolean mappe_cli_redo    (MappeCli *cli, char **arguments, GError **error);
gboolean mappe_cli_log     (MappeCli *cli, char **arguments, GError **error);
gboolean mappe_cli_stats   (MappeCli *cli, char **arguments, GError **error);
gboolean mappe_cli_erase   (MappeCli *cli, char **arguments, GError **error);
gboolean mappe_cli_retention (MappeCli *cli, char **arguments, GError **error);
gboolean mappe_cli_outgoing (MappeCli *cli, char **arguments, GError **error);
gboolean mappe_cli_kinds   (MappeCli *cli, char **arguments, GError **error);
gboolean mappe_cli_fields  (MappeCli *cli, char **arguments, GError **error);

G_END_DECLS
