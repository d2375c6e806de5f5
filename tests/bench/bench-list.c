/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of very many rows on the screen: first frame, frames while scrolling, memory.
 *
 *   bench-list list FILE MODE        the indicator values of a council in the program's table
 *   bench-list reference ROWS MODE   a GtkColumnView over rows that are made when asked for, without any store
 *
 * MODE: step (3 rows a frame), page (a page a frame), jump (anywhere). Prints "name value" lines for
 * bench-list.py. */
#include <adwaita.h>
#include <stdlib.h>
#include <string.h>

#include "mappe-indicator-value.h"
#include "mappe-table.h"

#define FRAMES 300
#define WARM_UP 5

typedef struct {
  GMainLoop      *loop;
  GtkWidget      *window;
  GtkAdjustment  *adjustment;
  MappeListModel *model;  /* NULL in the reference */
  const char     *mode;
  guint           n_rows;
  guint           seed;
  gint64          started;
  gint64          before;
  gint64          last;
  int             frames;
  gboolean        painted, filled;
  guint           blank;  /* frames whose upper row had no text yet */
  GArray         *work;
  GArray         *gap;
} Bench;

/* --- the reference --- */

#define BENCH_TYPE_ROW (bench_row_get_type ())
G_DECLARE_FINAL_TYPE (BenchRow, bench_row, BENCH, ROW, GObject)
struct _BenchRow { GObject parent_instance; guint id; };
G_DEFINE_FINAL_TYPE (BenchRow, bench_row, G_TYPE_OBJECT)
static void bench_row_init (BenchRow *self) {}
static void bench_row_class_init (BenchRowClass *klass) {}

#define BENCH_TYPE_ROWS (bench_rows_get_type ())
G_DECLARE_FINAL_TYPE (BenchRows, bench_rows, BENCH, ROWS, GObject)
struct _BenchRows { GObject parent_instance; guint n; };

static GType
bench_rows_item_type (GListModel *list)
{
  return BENCH_TYPE_ROW;
}

static guint
bench_rows_n_items (GListModel *list)
{
  return BENCH_ROWS (list)->n;
}

static gpointer
bench_rows_item (GListModel *list, guint position)
{
  BenchRow *row;

  if (position >= BENCH_ROWS (list)->n)
    return NULL;
  row = g_object_new (BENCH_TYPE_ROW, NULL);
  row->id = position;
  return row;
}

static void
bench_rows_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = bench_rows_item_type;
  iface->get_n_items = bench_rows_n_items;
  iface->get_item = bench_rows_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (BenchRows, bench_rows, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, bench_rows_iface_init))
static void bench_rows_init (BenchRows *self) {}
static void bench_rows_class_init (BenchRowsClass *klass) {}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  BenchRow *row = gtk_list_item_get_item (item);
  char text[64];

  switch (GPOINTER_TO_INT (column))
    {
    case 0:
      g_snprintf (text, sizeof text, "IV%u", row->id);
      break;
    case 1:
      g_snprintf (text, sizeof text, "Offences in district %u", row->id / 700);
      break;
    case 2:
      g_snprintf (text, sizeof text, "2024-%02u", row->id % 12 + 1);
      break;
    default:
      g_snprintf (text, sizeof text, "%u", row->id * 7919 % 1000);
    }
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), text);
}

static GtkWidget *
make_reference (Bench *bench)
{
  const char *titles[] = { "Reference", "Indicator", "Period", "Value", "Status" };
  BenchRows *rows = g_object_new (BENCH_TYPE_ROWS, NULL);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *view;

  rows->n = bench->n_rows;
  view = gtk_column_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (rows))));
  gtk_widget_add_css_class (view, "data-table");
  for (int i = 0; i < (int) G_N_ELEMENTS (titles); i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      GtkColumnViewColumn *column;
      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GINT_TO_POINTER (i));
      column = gtk_column_view_column_new (titles[i], factory);
      gtk_column_view_column_set_fixed_width (column, i == 1 ? 300 : 120);
      gtk_column_view_append_column (GTK_COLUMN_VIEW (view), column);
      g_object_unref (column);
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  bench->adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  return scrolled;
}

static GtkWidget *
make_table (Bench *bench, MappeStore *store)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_indicator_value_kind);
  GtkWidget *table;

  bench->model = mappe_list_model_new (store, query);
  table = mappe_table_new (bench->model, store);
  bench->adjustment = mappe_table_get_adjustment (MAPPE_TABLE (table));
  return table;
}

/* --- measuring --- */

static long
memory_kib (void)
{
  g_autofree char *status = NULL;

  g_file_get_contents ("/proc/self/status", &status, NULL, NULL);
  return atol (strstr (status, "VmRSS:") + strlen ("VmRSS:"));
}

static int
compare_cb (gconstpointer left, gconstpointer right)
{
  double a = *(const double *) left, b = *(const double *) right;
  return a < b ? -1 : a > b;
}

static void
tell (const char *name, GArray *times)
{
  g_array_sort (times, compare_cb);
  g_print (
      "%s-p50 %.2f\n%s-p95 %.2f\n%s-p99 %.2f\n%s-max %.2f\n", name, g_array_index (times, double, times->len / 2),
      name, g_array_index (times, double, times->len * 95 / 100), name,
      g_array_index (times, double, times->len * 99 / 100), name, g_array_index (times, double, times->len - 1));
}

static gboolean
is_filled (Bench *bench)
{
  return bench->model == NULL || mappe_list_model_peek (bench->model, 0) != NULL;
}

static gboolean
is_ready (Bench *bench)
{
  return bench->model == NULL
         || (is_filled (bench) && g_list_model_get_n_items (G_LIST_MODEL (bench->model)) > 512
             && !mappe_list_model_get_loading (bench->model));
}

static void
count_blank (Bench *bench)
{
  guint n = bench->model != NULL ? g_list_model_get_n_items (G_LIST_MODEL (bench->model)) : 0;
  double upper = gtk_adjustment_get_upper (bench->adjustment);

  if (n > 0 && upper > 0 &&
      mappe_list_model_peek (bench->model,
                             (guint) (gtk_adjustment_get_value (bench->adjustment) / upper * n + 1)) == NULL)
    bench->blank++;
}

static void
before_cb (Bench *bench)
{
  bench->before = g_get_monotonic_time ();
}

static void
after_cb (Bench *bench)
{
  gint64 now = g_get_monotonic_time ();
  double work = (double) (now - bench->before) / 1000, gap = (double) (now - bench->last) / 1000;

  bench->last = now;
  if (!bench->painted)
    g_print ("first-frame %.1f\n", (double) (now - bench->started) / 1000);
  bench->painted = TRUE;
  if (!bench->filled && is_filled (bench))
    {
      g_print ("first-rows %.1f\nmemory-first %ld\n", (double) (now - bench->started) / 1000, memory_kib ());
      bench->filled = TRUE;
    }
  if (bench->frames == 0 && !is_ready (bench))
    return;
  if (bench->frames == 0)
    g_print ("all-keys %.1f\n", (double) (now - bench->started) / 1000);
  if (bench->frames > WARM_UP)
    {
      g_array_append_val (bench->work, work);
      g_array_append_val (bench->gap, gap);
      count_blank (bench);
    }
  if (++bench->frames == FRAMES + WARM_UP)
    g_main_loop_quit (bench->loop);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Bench *bench = data;
  double upper = gtk_adjustment_get_upper (bench->adjustment),
         page = gtk_adjustment_get_page_size (bench->adjustment);
  double value = gtk_adjustment_get_value (bench->adjustment);

  gtk_widget_queue_draw (widget);
  if (bench->frames < 2)
    return G_SOURCE_CONTINUE;
  if (g_str_equal (bench->mode, "step"))
    gtk_adjustment_set_value (bench->adjustment, value + 3 * upper / bench->n_rows);
  else if (g_str_equal (bench->mode, "page"))
    gtk_adjustment_set_value (bench->adjustment, value + page);
  else
    {
      bench->seed = bench->seed * 1103515245u + 12345u;
      gtk_adjustment_set_value (bench->adjustment, (upper - page) * ((bench->seed >> 8) % 10000) / 10000.);
    }
  return G_SOURCE_CONTINUE;
}

static void
realized_cb (GtkWidget *window, Bench *bench)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);

  g_signal_connect_swapped (clock, "before-paint", G_CALLBACK (before_cb), bench);
  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (after_cb), bench);
}

static void
add_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/org/ratsmappe/Ratsmappe/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static void
run (Bench *bench, GtkWidget *child)
{
  bench->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (bench->window), 900, 700);
  gtk_window_set_child (GTK_WINDOW (bench->window), child);
  g_signal_connect (bench->window, "realize", G_CALLBACK (realized_cb), bench);
  gtk_widget_add_tick_callback (bench->window, tick_cb, bench, NULL);
  gtk_window_present (GTK_WINDOW (bench->window));
  g_main_loop_run (bench->loop);
  g_print ("memory %ld\nblank %u\n", memory_kib (), bench->blank);
  tell ("work", bench->work);
  tell ("gap", bench->gap);
}

int
main (int argc, char **argv)
{
  Bench bench = { .started = g_get_monotonic_time (), .seed = 12345 };
  g_autoptr (MappeStore) store = NULL;
  g_autoptr (GError) error = NULL;
  gboolean reference = argc > 1 && g_str_equal (argv[1], "reference");

  if (argc != 4)
    {
      g_printerr ("usage: bench-list list FILE MODE | reference ROWS MODE\n");
      return 2;
    }
  g_setenv ("GSK_RENDERER", "cairo", FALSE);
  g_setenv ("GDK_DEBUG", "gl-disable", FALSE);
  adw_init ();
  add_style ();
  bench.loop = g_main_loop_new (NULL, FALSE);
  bench.work = g_array_new (FALSE, FALSE, sizeof (double));
  bench.gap = g_array_new (FALSE, FALSE, sizeof (double));
  bench.mode = argv[3];
  bench.n_rows = reference ? (guint) atoi (argv[2]) : 1000000;
  gint64 opened = g_get_monotonic_time ();
  g_print ("toolkit %.1f\n", (double) (opened - bench.started) / 1000);
  if (!reference && (store = mappe_store_open (argv[2], MAPPE_STORE_OPEN_READ_ONLY, &error)) == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 3;
    }
  if (store != NULL)
    g_print ("store-open %.1f\n", (double) (g_get_monotonic_time () - opened) / 1000);
  run (&bench, reference ? make_reference (&bench) : make_table (&bench, store));
  return 0;
}
