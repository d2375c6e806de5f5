/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-chart-files.h"

#include <glib/gi18n.h>

#include "mappe-dialogs.h"
#include "mappe-feedback.h"
#include "mappe-save-as.h"

/* A picture has the same size whatever the window's is; 4:3 suits a page and a slide. */
#define WIDTH 960
#define HEIGHT 720
#define PNG_SCALE 2
#define NAME_LENGTH 60

static const struct {
  const char *ending, *filter;
} formats[] = {
  [MAPPE_CHART_FORMAT_PNG] = { ".png", N_("PNG pictures") },
  [MAPPE_CHART_FORMAT_SVG] = { ".svg", N_("SVG drawings") },
  [MAPPE_CHART_FORMAT_PDF] = { ".pdf", N_("PDF files") },
  [MAPPE_CHART_FORMAT_CSV] = { ".csv", N_("CSV tables") },
};

static MappeChartPicture *
picture_copy (const MappeChartPicture *picture)
{
  MappeChartPicture *copy = g_memdup2 (picture, sizeof *picture);

  mappe_chart_ref (copy->chart);
  copy->hidden = picture->hidden != NULL ? g_array_copy ((GArray *) picture->hidden) : NULL;
  return copy;
}

static void
picture_free (gpointer data)
{
  MappeChartPicture *picture = data;

  mappe_chart_unref (picture->chart);
  if (picture->hidden != NULL)
    g_array_unref ((GArray *) picture->hidden);
  g_free (picture);
}

/* --- drawing --- */

static void
draw_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const MappeChartPicture *picture = data;
  g_autoptr (MappeChartView) view = mappe_chart_view_new (picture->chart);
  GError *error = NULL;
  GBytes *bytes;

  mappe_chart_view_set_size (view, WIDTH, HEIGHT);
  for (guint i = 0; picture->hidden != NULL && i < picture->hidden->len; i++)
    mappe_chart_view_set_hidden (view, i, g_array_index (picture->hidden, gboolean, i));
  if (picture->from < picture->to)
    mappe_chart_view_set_window (view, picture->from, picture->to);
  bytes = mappe_chart_view_to_bytes (view, picture->format,
                                     picture->format == MAPPE_CHART_FORMAT_PNG ? PNG_SCALE : 1, &error);
  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

/** mappe_chart_files_draw_async: Draws @picture, or writes its table, in a thread of its own. */
void
mappe_chart_files_draw_async (const MappeChartPicture *picture, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_return_if_fail (picture->chart != NULL);
  g_task_set_source_tag (task, mappe_chart_files_draw_async);
  g_task_set_task_data (task, picture_copy (picture), picture_free);
  g_task_run_in_thread (task, draw_thread);
}

/** mappe_chart_files_draw_finish: Returns: (transfer full) (nullable): the content of the file; %NULL with
 * %MAPPE_CHART_ERROR */
GBytes *
mappe_chart_files_draw_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- copying --- */

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) near = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = mappe_chart_files_draw_finish (result, &error);
  g_autoptr (GdkTexture) texture = bytes != NULL ? gdk_texture_new_from_bytes (bytes, &error) : NULL;

  if (texture == NULL)
    {
      mappe_feedback_error (near, error, _("The chart was not copied"));
      return;
    }
  gdk_clipboard_set_texture (gtk_widget_get_clipboard (near), texture);
  mappe_feedback_toast (near, _("Chart copied as a picture"));
}

/** mappe_chart_files_copy: Puts the chart into the clipboard as a picture. */
void
mappe_chart_files_copy (GtkWidget *near, const MappeChartPicture *picture)
{
  MappeChartPicture png = *picture;

  png.format = MAPPE_CHART_FORMAT_PNG;
  mappe_chart_files_draw_async (&png, NULL, copied_cb, g_object_ref (near));
}

/* --- saving --- */

typedef struct {
  GtkWidget *near;
  GFile     *file;
} Save;

static void
save_free (Save *save)
{
  g_clear_object (&save->file);
  g_object_unref (save->near);
  g_free (save);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Save, save_free)

static void
drawn_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Save) save = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = mappe_chart_files_draw_finish (result, &error);

  if (bytes == NULL)
    mappe_feedback_error (save->near, error, _("The chart was not saved"));
  else
    mappe_save_as_write (save->near, save->file, bytes, _("The chart was not saved"));
}

/* The picture waits here while its name is chosen. */
typedef struct {
  GtkWidget         *near;
  MappeChartPicture *picture;
} Choice;

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Choice *choice = data;
  g_autoptr (GFile) file = mappe_dialogs_choose_finish (result, NULL);
  g_autoptr (GtkWidget) near = choice->near;
  Save *save;

  if (file != NULL)
    {
      save = g_new0 (Save, 1);
      save->near = g_object_ref (near);
      save->file = g_object_ref (file);
      mappe_chart_files_draw_async (choice->picture, NULL, drawn_cb, save);
    }
  picture_free (choice->picture);
}

static char *
file_name (const MappeChartPicture *picture)
{
  g_autofree char *name = g_utf8_substring (mappe_chart_get_title (picture->chart), 0,
                                            MIN (NAME_LENGTH, g_utf8_strlen (mappe_chart_get_title (picture->chart),
                                                                             -1)));

  g_strdelimit (name, "/\\:*?\"<>|\n", '-');
  g_strstrip (name);
  return g_strconcat (*name != '\0' && *name != '.' ? name : _("Chart"), formats[picture->format].ending, NULL);
}

/** mappe_chart_files_save: Asks where to, and writes the chart there in the format of @picture. */
void
mappe_chart_files_save (GtkWidget *near, const MappeChartPicture *picture)
{
  g_autofree char *pattern = g_strconcat ("*", formats[picture->format].ending, NULL);
  g_autofree char *name = file_name (picture);
  MappeDialogsFilter filter = { _(formats[picture->format].filter), pattern };
  Choice *choice = g_new0 (Choice, 1);

  choice->near = g_object_ref (near);
  choice->picture = picture_copy (picture);
  mappe_dialogs_choose_async (near, MAPPE_DIALOGS_SAVE, _("Save chart"), &filter, name, chosen_cb, choice);
}
