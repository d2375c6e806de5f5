/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "mappe-csv.h"
#include "mappe-method.h"
#include "mappe-number.h"

/* What must hold of every answer, whatever the numbers are: other units, another zero, another order or both sides
 * changed for each other turn the answer in a known way, and intervals hold their estimate. Tried on all rows of
 * tests/vectors, so on the edge cases as well. */

typedef enum { MULTIPLY, ADD, REVERSE, ROTATE, SWAP } Change;

/**
 * Relation:
 * @set: (nullable): "COLUMN=TEXT": put into each row first
 * @change: what is done to the inputs
 * @inputs: which; of SWAP pairs, a space between them
 * @k: factor or summand
 * @outputs: what then holds: "z" stays, "z=-z", "lo=-hi", "res=1/res", "mean=mean+k", "var=var*kk", "rate=rate/k"
 */
typedef struct {
  const char *method;
  const char *set;
  Change      change;
  const char *inputs;
  double      k;
  const char *outputs;
} Relation;

static const Relation relations[] = {
  { "rate", NULL, MULTIPLY, "pop0 pop1", 2,
    "rate0=rate0/k rate1=rate1/k index1 pct_rate diff_count pct_count status" },
  { "rate", NULL, MULTIPLY, "per", 10, "rate0=rate0*k rate1=rate1*k index1 pct_rate pct_count status" },
  { "poisson_ci", NULL, MULTIPLY, "t", 3,
    "rate=rate/k exact_lo=exact_lo/k exact_hi=exact_hi/k byar_lo=byar_lo/k byar_hi=byar_hi/k score_lo=score_lo/k "
    "score_hi=score_hi/k midp_lo=midp_lo/k midp_hi=midp_hi/k" },
  { "poisson_z", NULL, SWAP, "before after", 0, "z=-z" },
  { "etest", NULL, SWAP, "k1 k2 n1 n2", 0, "p_kt p_pooled status" },
  { "etest", NULL, MULTIPLY, "n1 n2", 2, "p_kt p_pooled status" },
  { "rate_ratio", NULL, MULTIPLY, "t1 t0", 4,
    "rr exact_lo exact_hi p_exact log_lo log_hi score_lo score_hi log_phi_lo log_phi_hi status" },
  { "rate_ratio", NULL, MULTIPLY, "t1", 2,
    "rr=rr/k exact_lo=exact_lo/k exact_hi=exact_hi/k score_lo=score_lo/k score_hi=score_hi/k log_lo=log_lo/k "
    "log_phi_hi=log_phi_hi/k status" },
  { "rate_ratio", NULL, SWAP, "x1 x0 t1 t0", 0,
    "rr=1/rr exact_lo=1/exact_hi exact_hi=1/exact_lo score_lo=1/score_hi score_hi=1/score_lo log_lo=1/log_hi "
    "log_phi_hi=1/log_phi_lo" },
  { "res", NULL, SWAP, "a c b d", 0, "res=1/res lres=-lres var lo=1/hi hi=1/lo z=-z p rirr=1/rirr" },
  { "res_from_percent", NULL, SWAP, "pct_exp pct_ctl", 0, "res=1/res" },
  { "wdd", NULL, MULTIPLY, "tw0 tw1", 2, "est=est/k se=se/k est_local=est_local/k lo=lo/k hi=hi/k z p status" },
  { "wdd_harm", NULL, MULTIPLY, "ests ses", 3, "est=est*k se=se*k lo=lo*k hi=hi*k z" },
  { "wdd_harm", NULL, MULTIPLY, "weights", 3, "est=est*k se=se*k lo=lo*k hi=hi*k z" },
  { "wdd_harm", NULL, ROTATE, "ests ses weights", 0, "est se lo hi z" },
  { "wdq", NULL, MULTIPLY, "Rb Ra Db Da Cb Ca", 2, "ge=ge*k ne success buffer wdq tne=tne*k code" },
  { "did", NULL, SWAP, "t0 c0 vt0 vc0 t1 c1 vt1 vc1", 0, "did=-did se z=-z p lo=-hi hi=-lo" },
  { "did", NULL, SWAP, "t0 t1 vt0 vt1 c0 c1 vc0 vc1", 0, "did=-did se z=-z p lo=-hi hi=-lo" },
  { "dispersion", NULL, REVERSE, "series", 0, "n mean var vmr chi2 p status" },
  { "dispersion", NULL, MULTIPLY, "series", 2, "n mean=mean*k var=var*kk vmr=vmr*k chi2=chi2*k" },
  { "meta", NULL, ROTATE, "y v", 0, "k fe fe_se fe_lo fe_hi Q Q_p I2 tau2 re re_se re_lo re_hi" },
  { "meta", NULL, ADD, "y", 3,
    "k fe=fe+k fe_se fe_lo=fe_lo+k fe_hi=fe_hi+k re=re+k re_se re_lo=re_lo+k re_hi=re_hi+k" },
  { "its", "log=0", MULTIPLY, "series", 4,
    "n_pre n_post b0=b0*k b1=b1*k b2=b2*k b3=b3*k se2=se2*k nw2=nw2*k nw3=nw3*k p2 p3 cf_last=cf_last*k "
    "eff_last=eff_last*k eff_pct dw status" },
  { "its", "log=0", ADD, "series", 8, "b0=b0+k b1 b2 b3 se2 nw2 nw3 p2 p3 cf_last=cf_last+k eff_last dw" },
  { "its", "log=1", MULTIPLY, "series", 4, "b1 b2 b3 se2 nw2 nw3 p2 p3 eff_last eff_pct dw status" },
  { "its_glm", NULL, MULTIPLY, "offset", 2,
    "b_step b_trend b_slope se_step se_step_quasi phi rr lo hi lo_safe hi_safe rr_trend_year deviance" },
  { "its_glm", NULL, MULTIPLY, "series", 2,
    "b_step b_trend b_slope phi=phi*k rr lo hi rr_trend_year deviance=deviance*k" },
  { "mann_kendall", NULL, MULTIPLY, "series", 4, "n S var z p tau sen=sen*k sen_lo=sen_lo*k sen_hi=sen_hi*k status" },
  { "mann_kendall", NULL, REVERSE, "series", 0,
    "n S=-S var z=-z p tau=-tau sen=-sen sen_lo=-sen_hi sen_hi=-sen_lo status" },
  { "seasonal_mk", NULL, MULTIPLY, "series", 4, "S var z p sen_per_year=sen_per_year*k season_S" },
  { "pettitt", NULL, MULTIPLY, "series", 4, "K t p" },
  { "pettitt", NULL, REVERSE, "series", 0, "K p" },
  { "autocorr", NULL, MULTIPLY, "series", 4, "acf dw lb lb_p" },
  { "autocorr", NULL, REVERSE, "series", 0, "acf dw lb lb_p" },
  { "seasonal", "model=additive", MULTIPLY, "series", 4,
    "figure=figure*k adj_first=adj_first*k adj_last=adj_last*k trend_mid=trend_mid*k status" },
  { "seasonal", "model=additive", ADD, "series", 16,
    "figure adj_first=adj_first+k adj_last=adj_last+k trend_mid=trend_mid+k" },
  { "seasonal", "model=multiplicative", MULTIPLY, "series", 4,
    "figure adj_first=adj_first*k adj_last=adj_last*k trend_mid=trend_mid*k status" },
  { "run_chart", "centre_rule=median", MULTIPLY, "series", 4,
    "centre=centre*k n_useful longest longest_max crossings crossings_min signal status" },
  { "run_chart", "centre_rule=mean", MULTIPLY, "series", 4,
    "centre=centre*k n_useful longest longest_max crossings crossings_min signal status" },
  { "xmr", NULL, MULTIPLY, "series", 4, "mean=mean*k mrbar=mrbar*k lcl=lcl*k ucl=ucl*k mr_ucl=mr_ucl*k out status" },
  { "xmr", NULL, ADD, "series", 16, "mean=mean+k mrbar lcl=lcl+k ucl=ucl+k mr_ucl out status" },
  { "attribute_chart", "kind=u", MULTIPLY, "n", 2, "centre=centre/k lcl_first=lcl_first/k ucl_last=ucl_last/k out" },
  { "attribute_chart", "kind=u'", MULTIPLY, "n", 2,
    "centre=centre/k sigma_z lcl_first=lcl_first/k ucl_last=ucl_last/k out" },
  { "rules", NULL, MULTIPLY, "series centre sigma", 4,
    "beyond3 run9 run8 trend6 alt14 two3 four5 in15 out8 nhs_shift7 nhs_trend7 nhs_two3" },
  { "cusum", NULL, MULTIPLY, "series target k h", 4, "cplus=cplus*k cminus=cminus*k first_up first_down" },
  { "newcombe", NULL, SWAP, "x1 x2 n1 n2", 0, "diff=-diff lo=-hi hi=-lo cc_lo=-cc_hi cc_hi=-cc_lo z=-z p h=-h" },
  { "paired", NULL, SWAP, "f g", 0,
    "diff=-diff lo=-hi hi=-lo tango_lo=-tango_hi tango_hi=-tango_lo p_mcnemar_exact chi2 chi2_cc status" },
  { "survey_design", NULL, MULTIPLY, "weights", 4, "n p n_eff deff lo hi fpc lo_fpc hi_fpc" },
  { "survey_design", NULL, ROTATE, "weights y", 0, "n p n_eff deff lo hi fpc lo_fpc hi_fpc" },
  { "likert", NULL, REVERSE, "counts", 0, "n neg=pos pos=neg neutral net=-net left=-right right=-left sd status" },
  { "mwu", "kind=raw", MULTIPLY, "group1 group2", 4, "n1 n2 W z p ps delta status" },
  { "mwu", "kind=raw", ROTATE, "group1 group2", 0, "n1 n2 W z p ps delta status" },
  { "mwu", NULL, SWAP, "group1 group2", 0, "n1=n2 n2=n1 z=-z p delta=-delta status" },
  { "mean_diff", NULL, MULTIPLY, "m1 s1 m2 s2", 4, "diff=diff*k se=se*k df t p lo=lo*k hi=hi*k d g var_g status" },
  { "mean_diff", NULL, SWAP, "m1 m2 s1 s2 n1 n2", 0, "diff=-diff se df t=-t p lo=-hi hi=-lo d=-d g=-g var_g status" },
  { "gas", NULL, MULTIPLY, "weights", 4, "T status" },
  { "gas", NULL, ROTATE, "weights scores", 0, "T" },
  { "rounding", NULL, ROTATE, "values", 0, "rounded_total sum_of_rounded" },
  { "rounding", NULL, MULTIPLY, "values base", 2,
    "rounded=rounded*k rounded_total=rounded_total*k sum_of_rounded=sum_of_rounded*k" },
};

/* Of each method that gives one: estimate, lower and upper end. */
static const struct { const char *method, *estimate, *lo, *hi; } intervals[] = {
  { "poisson_ci", "rate", "exact_lo", "exact_hi" },    { "poisson_ci", "rate", "byar_lo", "byar_hi" },
  { "poisson_ci", "rate", "score_lo", "score_hi" },    { "poisson_ci", "rate", "midp_lo", "midp_hi" },
  { "rate_ratio", "rr", "exact_lo", "exact_hi" },      { "rate_ratio", "rr", "log_lo", "log_hi" },
  { "rate_ratio", "rr", "score_lo", "score_hi" },      { "rate_ratio", "rr", "log_phi_lo", "log_phi_hi" },
  { "res", "res", "lo", "hi" },                        { "wdd", "est", "lo", "hi" },
  { "wdd_harm", "est", "lo", "hi" },                   { "did", "did", "lo", "hi" },
  { "meta", "fe", "fe_lo", "fe_hi" },                  { "meta", "re", "re_lo", "re_hi" },
  { "its_glm", "rr", "lo", "hi" },                     { "its_glm", "rr", "lo_safe", "hi_safe" },
  { "mann_kendall", "sen", "sen_lo", "sen_hi" },       { "wilson", "p", "w_lo", "w_hi" },
  { "wilson", "p", "wcc_lo", "wcc_hi" },               { "wilson", "p", "cp_lo", "cp_hi" },
  { "newcombe", "diff", "lo", "hi" },                  { "newcombe", "diff", "cc_lo", "cc_hi" },
  { "paired", "diff", "lo", "hi" },                    { "paired", "diff", "tango_lo", "tango_hi" },
  { "survey_design", "p", "lo", "hi" },                { "survey_design", "p", "lo_fpc", "hi_fpc" },
  { "mean_diff", "diff", "lo", "hi" },                 { "likert", "pos", "pos_lo", "pos_hi" },
  { "xmr", "mean", "lcl", "ucl" },                     { "attribute_chart", "centre", "lcl_first", "ucl_first" },
  { "attribute_chart", "centre", "lcl_last", "ucl_last" },
};

/* Without any of these; what holds of them is asked in test-stats-counts.c. */
static const char *const without[] = { "disclosure", "evidence_grade", NULL };

/* --- cases --- */

static GArray *
no_series (const char *reference, gpointer unused, GError **error)
{
  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT, "%s", reference);
  return NULL;
}

/* In place of a series of a file that is not at hand: 200 positive values with season, of a fixed seed. */
static char *
series_of_its_own (guint seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < 200; i++)
    g_string_append_printf (text, "%s%d", i > 0 ? ";" : "",
                            20 + (int) (i % 12) + g_rand_int_range (rand, 0, 15));
  return g_string_free (text, FALSE);
}

/* Returns: (element-type GStrv): the inputs of each row */
static GPtrArray *
cases_of (const MappeMethod *method)
{
  g_autofree char *name = g_strdup_printf ("%s.csv", method->name);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "vectors", name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeCsvReader) reader = mappe_csv_reader_open (path, ',', &error);
  GPtrArray *cases = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  guint n = mappe_method_n_inputs (method);
  const char *const *cells;

  g_assert_no_error (error);
  mappe_csv_reader_next (reader, &error);
  while ((cells = mappe_csv_reader_next (reader, &error)) != NULL)
    {
      GStrv inputs = g_new0 (char *, n + 1);

      for (guint i = 0; i < n; i++)
        inputs[i] = strchr (cells[i + 1], '#') != NULL ? series_of_its_own (cases->len * n + i)
                                                       : g_strdup (cells[i + 1]);
      g_ptr_array_add (cases, inputs);
    }
  g_assert_no_error (error);
  return cases;
}

static guint
input_named (const MappeMethod *method, const char *name)
{
  for (guint i = 0; method->inputs[i].name != NULL; i++)
    if (g_str_equal (method->inputs[i].name, name))
      return i;
  g_error ("%s has no input %s", method->name, name);
}

static const char *
output_named (const MappeMethod *method, char **answer, const char *name)
{
  g_auto (GStrv) outputs = mappe_method_outputs (method);

  for (guint i = 0; outputs[i] != NULL; i++)
    if (g_str_equal (outputs[i], name))
      return answer[i];
  g_error ("%s has no output %s", method->name, name);
}

/* A row that a column was put into may be at fault then, and is answered with NA. */
static GStrv
run (const MappeMethod *method, char **inputs, gboolean *is_fine)
{
  MappeMethodFault fault;
  g_autoptr (GError) error = NULL;
  GStrv answer = mappe_method_run (method, (const char *const *) inputs, no_series, NULL, &fault, &error);

  g_assert_no_error (error);
  *is_fine = fault.problem == MAPPE_METHOD_FINE;
  return answer;
}

/* --- changes --- */

static void
change_parts (char **parts, const Relation *relation)
{
  guint n = g_strv_length (parts);
  char *first = parts[0];

  if (relation->change == REVERSE)
    for (guint i = 0; i < n / 2; i++)
      {
        char *part = parts[i];
        parts[i] = parts[n - 1 - i];
        parts[n - 1 - i] = part;
      }
  if (relation->change == ROTATE && n > 0)
    {
      memmove (parts, parts + 1, (n - 1) * sizeof *parts);
      parts[n - 1] = first;
    }
  for (guint i = 0; i < n && (relation->change == MULTIPLY || relation->change == ADD); i++)
    {
      double value;

      if (!mappe_real_parse (g_strstrip (parts[i]), &value))
        continue;
      g_free (parts[i]);
      parts[i] = mappe_method_number (relation->change == ADD ? value + relation->k : value * relation->k);
    }
}

static GStrv
changed (const MappeMethod *method, const Relation *relation, char **inputs)
{
  GStrv other = g_strdupv (inputs);
  g_auto (GStrv) names = g_strsplit (relation->inputs, " ", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      guint at = input_named (method, names[i]);
      g_auto (GStrv) parts = NULL;

      if (relation->change == SWAP)
        {
          guint with = input_named (method, names[i ^ 1]);

          g_free (other[at]);
          other[at] = g_strdup (inputs[with]);
          continue;
        }
      parts = g_strsplit (other[at], ";", -1);
      change_parts (parts, relation);
      g_free (other[at]);
      other[at] = g_strjoinv (";", parts);
    }
  return other;
}

static GStrv
prepared (const MappeMethod *method, const Relation *relation, char **inputs)
{
  GStrv other = g_strdupv (inputs);
  g_auto (GStrv) set = relation->set != NULL ? g_strsplit (relation->set, "=", 2) : NULL;

  if (set == NULL)
    return other;
  g_free (other[input_named (method, set[0])]);
  other[input_named (method, set[0])] = g_strdup (set[1]);
  return other;
}

/* --- what must hold then --- */

static gboolean
parse (const char *text, double *value)
{
  *value = g_str_equal (text, "Inf") ? INFINITY : g_str_equal (text, "-Inf") ? -INFINITY : NAN;
  return g_str_equal (text, "NA") || isinf (*value) || mappe_real_parse (text, value);
}

static double
turn (double value, const char *before, const char *behind, double k)
{
  value = g_str_equal (before, "-") ? -value : g_str_equal (before, "1/") ? 1 / value : value;
  if (g_str_equal (behind, "*k"))
    return value * k;
  if (g_str_equal (behind, "*kk"))
    return value * k * k;
  if (g_str_equal (behind, "/k"))
    return value / k;
  return g_str_equal (behind, "+k") ? value + k : value;
}

static void
check_value (const Relation *relation, const char *claim, const char *got, const char *was, const char *before,
             const char *behind)
{
  double one, other;

  if (!parse (was, &one) || !parse (got, &other))
    {
      g_assert_cmpstr (got, ==, was);
      return;
    }
  one = turn (one, before, behind, relation->k);
  if (one == other || (isnan (one) && isnan (other)) || fabs (one - other) <= 1e-7 * fabs (one) + 1e-9)
    return;
  g_error ("%s: %s after changing %s: %s, before %s", relation->method, claim, relation->inputs, got, was);
}

/* "lo=-hi": splits the right side into sign, name and factor. */
static void
check_claim (const MappeMethod *method, const Relation *relation, const char *claim, char **old, char **new)
{
  g_auto (GStrv) sides = g_strsplit (claim, "=", 2);
  const char *right = sides[1] != NULL ? sides[1] : sides[0];
  const char *before = g_str_has_prefix (right, "-") ? "-" : g_str_has_prefix (right, "1/") ? "1/" : "";
  const char *name = right + strlen (before);
  const char *behind = name + strcspn (name, "*/+");
  g_autofree char *bare = g_strndup (name, (gsize) (behind - name));
  g_auto (GStrv) was = g_strsplit (output_named (method, old, bare), ";", -1);
  g_auto (GStrv) got = g_strsplit (output_named (method, new, sides[0]), ";", -1);

  g_assert_cmpuint (g_strv_length (was), ==, g_strv_length (got));
  for (guint i = 0; was[i] != NULL; i++)
    check_value (relation, claim, got[i], was[i], before, behind);
}

static void
test_relation (gconstpointer data)
{
  const Relation *relation = data;
  const MappeMethod *method = mappe_method_find (relation->method);
  g_autoptr (GPtrArray) cases = cases_of (method);
  g_auto (GStrv) claims = g_strsplit (relation->outputs, " ", -1);
  guint tried = 0;

  for (guint i = 0; i < cases->len; i++)
    {
      gboolean was_fine, is_fine;
      g_auto (GStrv) inputs = prepared (method, relation, g_ptr_array_index (cases, i));
      g_auto (GStrv) other = changed (method, relation, inputs);
      g_auto (GStrv) old = run (method, inputs, &was_fine);
      g_auto (GStrv) new = run (method, other, &is_fine);

      g_assert_cmpint (is_fine, ==, was_fine);
      for (guint j = 0; claims[j] != NULL; j++)
        check_claim (method, relation, claims[j], old, new);
      tried += is_fine;
    }
  g_assert_cmpuint (tried, >, 0);
}

static void
test_intervals (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (intervals); i++)
    {
      const MappeMethod *method = mappe_method_find (intervals[i].method);
      g_autoptr (GPtrArray) cases = cases_of (method);
      guint tried = 0;

      for (guint j = 0; j < cases->len; j++)
        {
          gboolean is_fine;
          g_auto (GStrv) answer = run (method, g_ptr_array_index (cases, j), &is_fine);
          double estimate, lo, hi, least;

          if (!parse (output_named (method, answer, intervals[i].estimate), &estimate)
              || !parse (output_named (method, answer, intervals[i].lo), &lo)
              || !parse (output_named (method, answer, intervals[i].hi), &hi) || isnan (estimate) || isnan (lo))
            continue;
          least = isinf (estimate) ? 0 : 1e-9 * fabs (estimate) + 1e-12;
          if (!(lo <= estimate + least && estimate <= hi + least))
            g_error ("%s: %g is not within %g to %g (%s)", method->name, estimate, lo, hi, intervals[i].lo);
          tried++;
        }
      g_assert_cmpuint (tried, >, 0);
    }
}

/* No method is forgotten. */
static void
test_complete (void)
{
  guint n_methods;
  const MappeMethod *const *methods = mappe_methods (&n_methods);

  for (guint i = 0; i < n_methods; i++)
    {
      gboolean known = g_strv_contains (without, methods[i]->name);

      for (guint k = 0; k < G_N_ELEMENTS (relations); k++)
        known = known || g_str_equal (relations[k].method, methods[i]->name);
      for (guint k = 0; k < G_N_ELEMENTS (intervals); k++)
        known = known || g_str_equal (intervals[k].method, methods[i]->name);
      if (!known)
        g_error ("nothing is asked of %s", methods[i]->name);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (relations); i++)
    {
      static const char *const words[] = { "multiply", "add", "reverse", "rotate", "swap" };
      g_autofree char *inputs = g_strdelimit (g_strdup (relations[i].inputs), " ", '-');
      g_autofree char *path = g_strdup_printf ("/stats-properties/%s/%s-%s%s%s", relations[i].method,
                                               words[relations[i].change], inputs,
                                               relations[i].set != NULL ? "-" : "",
                                               relations[i].set != NULL ? relations[i].set : "");

      g_test_add_data_func (path, &relations[i], test_relation);
    }
  g_test_add_func ("/stats-properties/intervals", test_intervals);
  g_test_add_func ("/stats-properties/complete", test_complete);
  return g_test_run ();
}
